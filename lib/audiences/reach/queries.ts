import { and, eq, exists, inArray, isNotNull, isNull, ne, not, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { memberTopics } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { type AudienceCondition, type AudienceRule, includesText, isSameText } from "../rule.ts";

/** The members who can take part: who joined and is not suspended. */
export const isActive = ({ organizationId }: Actor): SQL | undefined =>
  and(eq(members.organizationId, organizationId), isNotNull(members.joinedAt), isNull(members.suspendedAt));

/** `matchesRule` for a query over `members`. */
export async function meetsRule(actor: Actor, rule: AudienceRule): Promise<SQL> {
  const conditions = await Promise.all(
    rule.conditions.map(async (condition) => {
      const has = await hasOneOf(actor, condition);
      return condition.is ? has : not(has);
    }),
  );
  const holds = rule.match === "all" ? and(...conditions) : or(...conditions);
  return holds ?? sql`false`;
}

async function hasOneOf(actor: Actor, { field, values }: AudienceCondition): Promise<SQL> {
  switch (field) {
    case "team":
      // A member without a team is in none of them, rather than in nobody-knows.
      return and(isNotNull(members.teamId), inArray(members.teamId, [...values])) ?? sql`false`;
    case "role":
      return sql`${members.roles}::text[] && ${textArray(values)}`;
    case "location":
      return oneOfTexts(actor, members.location, (location) =>
        values.some((value) => isSameText(location, value)),
      );
    case "country":
      return inArray(members.country, [...values]);
    case "language":
      return sql`exists (select 1 from unnest(${textArray(values)}) as wanted(tag)
        where lower(${members.language}) = lower(tag) or starts_with(lower(${members.language}), lower(tag) || '-'))`;
    case "topic":
      return follows(values);
    case "jobTitle":
      return oneOfTexts(actor, members.jobTitle, (jobTitle) =>
        values.some((value) => includesText(jobTitle, value)),
      );
  }
}

/** Databases fold letters each in their own way, so the rule itself says which of the texts in use it means. */
async function oneOfTexts(
  { organizationId }: Actor,
  column: typeof members.location | typeof members.jobTitle,
  isMeant: (text: string) => boolean,
): Promise<SQL> {
  const inUse = await db
    .selectDistinct({ text: column })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), ne(column, "")));
  const meant = inUse.filter(({ text }) => isMeant(text)).map(({ text }) => text);
  return meant.length > 0 ? inArray(column, meant) : sql`false`;
}

const follows = (topicIds: readonly string[]): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(memberTopics)
      .where(
        and(
          eq(memberTopics.organizationId, members.organizationId),
          eq(memberTopics.memberId, members.id),
          inArray(memberTopics.topicId, [...topicIds]),
        ),
      ),
  );

const textArray = (values: readonly string[]): SQL =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;
