import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { members } from "#db/schema/members.ts";
import { sources } from "#db/schema/sources.ts";
import { stories } from "#db/schema/stories.ts";
import { topics } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { canCurate } from "../../policy.ts";
import { listStoryLanguages } from "../../search/queries.ts";
import type { LibraryChoices } from "../schemas.ts";

/** Longer lists are of no use in a select; who is further down is found by the search. */
const most = 500;

/** What the table's filters and the changes of many stories let choose from. */
export async function getLibraryChoices(actor: Actor): Promise<LibraryChoices> {
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  const { organizationId } = actor;
  const named = <Table extends typeof topics | typeof campaigns | typeof audiences>(table: Table) =>
    db
      .select({ id: table.id, name: table.name })
      .from(table as typeof topics)
      .where(eq(table.organizationId, organizationId))
      .orderBy(asc(table.name))
      .limit(most);
  const authorIds = db
    .selectDistinct({ id: stories.authorId })
    .from(stories)
    .where(eq(stories.organizationId, organizationId));
  const [allTopics, allCampaigns, allAudiences, allSources, authors, languages] = await Promise.all([
    named(topics),
    named(campaigns),
    named(audiences),
    db
      .select({ id: sources.id, name: sources.name })
      .from(sources)
      .where(and(eq(sources.organizationId, organizationId), isNull(sources.removedAt)))
      .orderBy(asc(sources.name))
      .limit(most),
    db
      .select({ id: members.id, name: members.name })
      .from(members)
      .where(and(eq(members.organizationId, organizationId), inArray(members.id, authorIds)))
      .orderBy(asc(members.name))
      .limit(most),
    listStoryLanguages(actor),
  ]);
  return {
    topics: allTopics,
    campaigns: allCampaigns,
    audiences: allAudiences,
    sources: allSources,
    authors,
    languages,
  };
}
