import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { teams } from "#db/schema/teams.ts";
import { topics } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { diffSaid, diffStory, type FieldChange } from "../diff-story.ts";
import { getContentAt } from "../queries.ts";
import type { VersionContent } from "../schemas.ts";

/** What changed of a story between two versions of it, field by field. */
export async function compareVersions(
  actor: Actor,
  storyId: string,
  from: number,
  to: number,
): Promise<FieldChange[]> {
  const [before, after] = await readBoth(actor, storyId, from, to);
  return diffStory(before, after, await listNames(actor, [before, after]));
}

/** The same for somebody outside: of what will be seen alone. */
export async function compareSaid(
  actor: Actor,
  storyId: string,
  from: number,
  to: number,
): Promise<FieldChange[]> {
  return diffSaid(...(await readBoth(actor, storyId, from, to)));
}

const readBoth = (actor: Actor, storyId: string, from: number, to: number) =>
  Promise.all([getContentAt(db, actor, storyId, from), getContentAt(db, actor, storyId, to)]);

async function listNames(actor: Actor, contents: readonly VersionContent[]): Promise<Map<string, string>> {
  const ids = [
    ...new Set(
      contents.flatMap((content) =>
        [
          ...content.topicIds,
          ...content.teamIds,
          content.audienceId ?? [],
          content.campaignId ?? [],
          ...content.captions.map(({ audienceId }) => audienceId ?? []),
        ].flat(),
      ),
    ),
  ];
  if (ids.length === 0) return new Map();
  const named = (table: typeof topics | typeof teams | typeof audiences | typeof campaigns) =>
    db
      .select({ id: table.id, name: table.name })
      .from(table as typeof topics)
      .where(and(eq(table.organizationId, actor.organizationId), inArray(table.id, ids)));
  const rows = (await Promise.all([topics, teams, audiences, campaigns].map(named))).flat();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
