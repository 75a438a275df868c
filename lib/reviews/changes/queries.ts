import { and, desc, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { reviews } from "#db/schema/reviews.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { compareVersions } from "#lib/stories/versions/changes/queries.ts";
import { listVersions } from "#lib/stories/versions/queries.ts";
import type { StoryVersion } from "#lib/stories/versions/schemas.ts";
import { seenBefore } from "../looks/look.ts";
import { findLook } from "../looks/queries.ts";
import { findApprovedVersion, getReviewedStory } from "../queries.ts";
import type { ChangesFilters, Since, StoryChanges } from "./schemas.ts";

/**
 * What changed of a story: between two versions that were chosen, or since the viewer decided on it or looked at it, or since
 * it was approved; null for a story that has only ever said one thing.
 */
export async function getChanges(
  actor: MemberActor,
  storyId: string,
  { from, to }: ChangesFilters,
): Promise<StoryChanges | null> {
  await getReviewedStory(db, actor, storyId);
  const versions = await listVersions(db, actor, storyId);
  const [newest] = versions;
  const oldest = versions.at(-1);
  if (!newest || !oldest || newest === oldest) return null;
  const chosen = from === undefined ? undefined : versionAt(versions, from);
  const end = (chosen && to !== undefined && versionAt(versions, to)) || newest;
  const [since, begin] = chosen
    ? (["chosen", chosen] as const)
    : await whereToBegin(actor, storyId, versions);
  const changes = await compareVersions(actor, storyId, begin.version, end.version);
  return { versions, from: begin, to: end, since, changes };
}

/** What a story said at a version of it: the newest that is not newer. */
export function versionAt(versions: readonly StoryVersion[], version: number): StoryVersion | undefined {
  return versions.find((each) => each.version <= version) ?? versions.at(-1);
}

async function whereToBegin(
  actor: MemberActor,
  storyId: string,
  versions: readonly StoryVersion[],
): Promise<readonly [Since, StoryVersion]> {
  const newest = versions[0] as StoryVersion;
  const decided = await findOwnDecision(actor, storyId);
  const looked = seenBefore(await findLook(db, actor, storyId), newest.version);
  const approved = await findApprovedVersion(db, actor, storyId);
  const candidates: [Since, number | null][] =
    (looked ?? 0) > (decided ?? 0)
      ? [
          ["looked", looked],
          ["approved", approved],
        ]
      : [
          ["decided", decided],
          ["approved", approved],
        ];
  for (const [since, version] of candidates) {
    const found = version === null ? undefined : versionAt(versions, version);
    if (found && found !== newest) return [since, found];
  }
  return ["written", versions[1] ?? newest];
}

async function findOwnDecision(actor: MemberActor, storyId: string): Promise<number | null> {
  const [own] = await db
    .select({ version: reviews.storyVersion })
    .from(reviews)
    .where(
      and(
        eq(reviews.organizationId, actor.organizationId),
        eq(reviews.storyId, storyId),
        eq(reviews.memberId, actor.memberId),
        inArray(reviews.decision, ["approved", "signed_off", "changes_requested", "rejected"]),
      ),
    )
    .orderBy(desc(reviews.decidedAt), desc(reviews.id))
    .limit(1);
  return own?.version ?? null;
}
