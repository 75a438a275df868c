import { and, asc, eq, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { captions } from "#db/schema/captions.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";

const named = 5;

/** What an audience is used by, by name: "the story “Rain”", a few of each kind. Empty when nothing uses it. */
export async function listUses(
  executor: Executor,
  { organizationId }: Actor,
  audienceId: string,
): Promise<string[]> {
  const ofStories = await executor
    .select({ name: stories.title, total: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(stories)
    .where(and(eq(stories.organizationId, organizationId), eq(stories.audienceId, audienceId)))
    .orderBy(asc(stories.title))
    .limit(named);
  const ofCaptions = await executor
    .select({ name: stories.title, total: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(captions)
    .innerJoin(
      stories,
      and(eq(stories.organizationId, captions.organizationId), eq(stories.id, captions.storyId)),
    )
    .where(and(eq(captions.organizationId, organizationId), eq(captions.audienceId, audienceId)))
    .groupBy(stories.organizationId, stories.id)
    .orderBy(asc(stories.title))
    .limit(named);
  const ofCampaigns = await executor
    .select({ name: campaigns.name, total: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(campaigns)
    .where(and(eq(campaigns.organizationId, organizationId), eq(campaigns.audienceId, audienceId)))
    .orderBy(asc(campaigns.name))
    .limit(named);
  return [
    ...say("the story", ofStories),
    ...say("a caption of the story", ofCaptions),
    ...say("the campaign", ofCampaigns),
  ];
}

function say(what: string, found: { name: string; total: number }[]): string[] {
  const more = (found[0]?.total ?? 0) - found.length;
  const listed = found.map(({ name }) => `${what} “${name}”`);
  return more > 0 ? [...listed, `${more} more`] : listed;
}
