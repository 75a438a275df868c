import { and, desc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { networks } from "#lib/networks/networks.ts";
import { type Caption, listCaptions } from "#lib/stories/captions/queries.ts";
import { canAnswerFor } from "./policy.ts";
import type { OpenShare, Share } from "./schemas.ts";
import { sayReason } from "./sentences.ts";

export type ShareRow = typeof shares.$inferSelect;

/** The member's own share. Another person's, even for an admin, is `forbidden`. */
export async function getOwnShare(actor: MemberActor, id: string): Promise<ShareRow> {
  const [share] = await db
    .select()
    .from(shares)
    .where(isShare({ organizationId: actor.organizationId, id }));
  if (!share) throw new DomainError("not_found");
  assertCan(canAnswerFor(actor, share), "Only the person who shared this can say what became of it.");
  return share;
}

export const isShare = ({ organizationId, id }: { organizationId: string; id: string }) =>
  and(eq(shares.organizationId, organizationId), eq(shares.id, id));

/** The share while nobody has answered for it: of two answers at the same moment one finds no row. */
export const isUnanswered = (share: ShareRow) => and(isShare(share), eq(shares.state, "intended"));

export const toShare = (row: ShareRow): Share => {
  const { id, storyId, network, state, text, similarity, postUrl, scheduledZone } = row;
  return {
    ...{ id, storyId, network, state, text, similarity, postUrl, scheduledZone },
    scheduledFor: row.scheduledFor?.toISOString() ?? null,
    sentence: sayReason(row),
  };
};

const askedForDays = 14;

/**
 * What wants the member's word, the latest first: what they took to a network and have not answered for, what may have been
 * published, and what did not leave. Old ones are let go.
 */
export async function listOpenShares(actor: MemberActor): Promise<OpenShare[]> {
  const since = new Date(clock.now().getTime() - askedForDays * 86_400_000);
  const rows = await db
    .select({ share: shares, storyTitle: stories.title })
    .from(shares)
    .innerJoin(
      stories,
      and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId)),
    )
    .where(
      and(
        eq(shares.organizationId, actor.organizationId),
        eq(shares.memberId, actor.memberId),
        inArray(shares.state, ["intended", "unknown", "failed"]),
        isNotNull(shares.handedOverAt),
        gt(sql`greatest(${shares.handedOverAt}, ${shares.scheduledFor})`, since),
      ),
    )
    .orderBy(desc(sql`greatest(${shares.handedOverAt}, ${shares.scheduledFor})`))
    .limit(5);
  return rows.map(({ share, storyTitle }) => ({
    ...{ id: share.id, storyId: share.storyId, storyTitle, sentence: sayReason(share) },
    networkName: networks[share.network].name,
  }));
}

/** The words that the organization's settings name for telling who is speaking; empty when they name none. */
export async function getDisclosure(actor: MemberActor): Promise<string> {
  const [row] = await db
    .select({ disclosure: organizations.disclosure })
    .from(organizations)
    .where(eq(organizations.id, actor.organizationId));
  if (!row) throw new DomainError("not_found");
  return row.disclosure;
}

/** What a share's words are compared with: every caption of its story, whoever it is meant for. */
export const listCaptionsOf = (actor: MemberActor, storyId: string): Promise<Caption[]> =>
  listCaptions(db, actor, storyId);
