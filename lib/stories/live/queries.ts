import { and, eq, exists, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { stories, storyTeams } from "#db/schema/stories.ts";
import { listMet, personColumns, savedRules } from "#lib/audiences/person/queries.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";

/** Who reads, and what decides which stories are meant for them. */
export type Reader = {
  teamId: string | null;
  /** The saved rules that mean them. */
  audienceIds: string[];
  /** The topics they follow. */
  topicIds: string[];
  /** What they read best; empty when they named none. */
  language: string;
  feedSeenAt: Date | null;
  feedSeenBeforeAt: Date | null;
  timeZone: string;
  organizationName: string;
};

/** The condition that a story is live and meant for this member, for queries that ask about what hangs on one. */
export async function whereLive(actor: MemberActor): Promise<SQL | undefined> {
  return isLiveFor(actor, await getReader(actor));
}

/** Read once per page, which asks in several places. */
export const getReader = cache(async (actor: MemberActor): Promise<Reader> => {
  const [row] = await db
    .select({
      person: personColumns,
      savedRules,
      feedSeenAt: members.feedSeenAt,
      feedSeenBeforeAt: members.feedSeenBeforeAt,
      timeZone: organizations.timeZone,
      organizationName: organizations.name,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.organizationId, actor.organizationId), eq(members.id, actor.memberId)));
  if (!row) throw new DomainError("not_found");
  const { person, savedRules: saved, ...reader } = row;
  const { teamId, topicIds, language } = person;
  return { ...reader, teamId, topicIds, language, audienceIds: listMet(saved, person) };
});

/** The same, for whoever has read the reader already. */
export function isLiveFor(actor: MemberActor, reader: Reader): SQL | undefined {
  const now = clock.now();
  return and(
    eq(stories.organizationId, actor.organizationId),
    eq(stories.state, "approved"),
    lte(stories.publishAt, now),
    or(isNull(stories.expiresAt), gt(stories.expiresAt, now)),
    or(
      eq(stories.audience, "everyone"),
      reader.teamId ? isForTeam(actor, reader.teamId) : undefined,
      and(eq(stories.audience, "rule"), inArray(stories.audienceId, reader.audienceIds)),
    ),
  );
}

const isForTeam = ({ organizationId }: MemberActor, teamId: string): SQL | undefined =>
  and(
    eq(stories.audience, "teams"),
    exists(
      db
        .select({ one: sql`1` })
        .from(storyTeams)
        .where(
          and(
            eq(storyTeams.organizationId, organizationId),
            eq(storyTeams.storyId, stories.id),
            eq(storyTeams.teamId, teamId),
          ),
        ),
    ),
  );
