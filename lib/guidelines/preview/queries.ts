import { and, desc, eq, gt, isNotNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import { storyTopics } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { env } from "#lib/env.ts";
import { assertCan } from "#lib/errors.ts";
import { completeText } from "../complete-text.ts";
import { evaluateText } from "../evaluate.ts";
import type { Guideline } from "../guideline.ts";
import { canManageGuidelines } from "../policy.ts";
import type { GuidelineContent, Preview } from "../schemas.ts";
import { guidelinesFor } from "../scope.ts";

const days = 90;
const most = 10_000;

/** What a guideline would have done to what members shared lately. Counts alone: nobody is named. */
export async function previewGuideline(actor: MemberActor, content: GuidelineContent): Promise<Preview> {
  assertCan(canManageGuidelines(actor));
  const guideline: Guideline = { ...content, id: actor.organizationId, version: 1, isSetting: false };
  const preview: Preview = { days, shares: 0, passes: 0, added: 0, warns: 0, blocks: 0, isPartial: false };
  const rows = await listShared(actor);
  preview.isPartial = rows.length === most;
  for (const { text, network, country, topicIds, timeZone, handedOverAt } of rows) {
    const day = dayIn(timeZone, handedOverAt ?? clock.now());
    // A guideline that has not begun is shown as if it had: what counts is what it will do.
    const always = { ...guideline, startsOn: null, endsOn: null };
    if (guidelinesFor([always], { network, country, topicIds, day }).length === 0) continue;
    const judge = (words: string) =>
      evaluateText({ text: words, network, day, link: anyLink, guidelines: [guideline] })[0]?.outcome;
    preview.shares += 1;
    const outcome = judge(text);
    const completed = outcome === "blocks" ? judge(completeText(text, [guideline]).text) : outcome;
    if (outcome === "blocks" && completed === "passes") preview.added += 1;
    else preview[completed ?? "passes"] += 1;
  }
  return preview;
}

const anyLink = { address: `${env.PUBLIC_URL}/s/`, goesAlong: true };

const listShared = ({ organizationId }: MemberActor) =>
  db
    .select({
      text: shares.text,
      network: shares.network,
      handedOverAt: shares.handedOverAt,
      country: members.country,
      timeZone: organizations.timeZone,
      topicIds: sql<string[]>`array(
        select ${storyTopics.topicId}::text from ${storyTopics}
        where ${storyTopics.organizationId} = ${shares.organizationId} and ${storyTopics.storyId} = ${shares.storyId})`,
    })
    .from(shares)
    .innerJoin(organizations, eq(organizations.id, shares.organizationId))
    .innerJoin(
      members,
      and(eq(members.organizationId, shares.organizationId), eq(members.id, shares.memberId)),
    )
    .where(
      and(
        eq(shares.organizationId, organizationId),
        isNotNull(shares.handedOverAt),
        gt(shares.handedOverAt, new Date(clock.now().getTime() - days * 86_400_000)),
      ),
    )
    .orderBy(desc(shares.handedOverAt))
    .limit(most);
