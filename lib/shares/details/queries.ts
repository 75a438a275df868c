import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { links } from "#db/schema/links.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { sayMoment } from "#lib/calendar.ts";
import { getClickFigures } from "#lib/clicks/figures/queries.ts";
import { clock } from "#lib/clock.ts";
import { findShareEngagement } from "#lib/engagement/queries.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { listEarnedLines } from "#lib/scores/ledger/queries.ts";
import { whereLive } from "#lib/stories/live/queries.ts";
import { listAgreements } from "../agreements/queries.ts";
import { findPublication } from "../attempts/queries.ts";
import { isShare } from "../queries.ts";
import type { ShareDetails } from "./schemas.ts";

/** The member's own share. Another person's is `not_found`, whatever the actor's roles: what came of it is theirs alone. */
export async function getShareDetails(actor: MemberActor, id: string): Promise<ShareDetails> {
  const share = await getShare(actor, id);
  const { linkId, code, timeZone, story, intendedAt, confirmedAt, ...rest } = share;
  const handedOverAt = share.handedOverAt ?? intendedAt;
  const sharedAt = confirmedAt ?? handedOverAt;
  const [figures, earned, publication, engagement, agreements] = await Promise.all([
    getClickFigures(actor, [linkId], { since: handedOverAt, timeZone, reader: "sharer" }),
    listEarnedLines(actor, id),
    findPublication(actor, id),
    findShareEngagement(actor, id),
    listAgreements(actor, id, timeZone),
  ]);
  const { network, state, text, postUrl } = rest;
  return {
    ...{ id, network, state, text, postUrl, story, figures, earned, publication, engagement, agreements },
    isAttested: share.handedOverAt === null,
    url: `${env.PUBLIC_URL}/s/${code}`,
    sharedAt: sharedAt.toISOString(),
    sharedWhen: sayMoment(sharedAt, clock.now(), timeZone),
  };
}

/** A composer that was opened and closed again is not a share. */
async function getShare(actor: MemberActor, id: string) {
  const isLive = await whereLive(actor);
  const [share] = await db
    .select({
      network: shares.network,
      state: shares.state,
      text: shares.text,
      postUrl: shares.postUrl,
      intendedAt: shares.intendedAt,
      handedOverAt: shares.handedOverAt,
      confirmedAt: shares.confirmedAt,
      linkId: links.id,
      code: links.code,
      timeZone: organizations.timeZone,
      story: { id: stories.id, title: stories.title, isLive: sql<boolean>`${isLive}` },
    })
    .from(shares)
    .innerJoin(organizations, eq(organizations.id, shares.organizationId))
    .innerJoin(
      stories,
      and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId)),
    )
    .innerJoin(links, and(eq(links.organizationId, shares.organizationId), eq(links.shareId, shares.id)))
    .where(
      and(
        isShare({ organizationId: actor.organizationId, id }),
        eq(shares.memberId, actor.memberId),
        or(isNotNull(shares.handedOverAt), isNotNull(shares.confirmedAt)),
      ),
    );
  if (!share) throw new DomainError("not_found", "There is no such share of yours.");
  return share;
}
