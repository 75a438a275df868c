import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { clicks } from "#db/schema/clicks.ts";
import { links } from "#db/schema/links.ts";
import { organizations } from "#db/schema/organizations.ts";
import { scoreFacts } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { dayIn } from "#lib/day.ts";
import { DomainError } from "#lib/errors.ts";
import { wentOut } from "#lib/shares/went-out.ts";
import type { Fact, FactKind } from "../fact.ts";
import { type FactRow, toStoryData } from "./story-data.ts";

const story = {
  id: stories.id,
  title: stories.title,
  campaignId: stories.campaignId,
  suggestedById: stories.suggestedById,
  editedById: stories.editedById,
  approvedAt: stories.approvedAt,
};
const ofStory = and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId));

/** Who wrote the caption that a share began with: whoever wrote the first version of the story that has it. */
const captionById = sql<string | null>`(
  select v.member_id from story_versions v
  join captions c on c.organization_id = v.organization_id and c.story_id = v.story_id
  where c.organization_id = ${shares.organizationId} and c.id = ${shares.captionId}
    and v.content->'captions' @> jsonb_build_array(jsonb_build_object('text', c.text))
  order by v.version limit 1)`;

const shareColumns = {
  id: shares.id,
  memberId: shares.memberId,
  network: shares.network,
  similarity: shares.similarity,
  intendedAt: shares.intendedAt,
  confirmedAt: shares.confirmedAt,
  withdrawnAt: shares.withdrawnAt,
  timeZone: organizations.timeZone,
  captionById,
  story,
};

type ShareRow = FactRow & {
  id: string;
  memberId: string;
  similarity: number;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
};

/** @throws DomainError `not_found` for a share that is another organization's or was never confirmed */
export async function getShareFact(
  tx: Executor,
  actor: Actor,
  shareId: string,
): Promise<{ fact: Fact; intendedAt: Date }> {
  const [share] = await selectShares(tx, actor, eq(shares.id, shareId));
  if (!share?.confirmedAt) throw new DomainError("not_found");
  return { fact: toShareFact(actor, share, "share", share.confirmedAt), intendedAt: share.intendedAt };
}

/** @throws DomainError `not_found` for a share that is another organization's or was not withdrawn */
export async function getWithdrawalFact(tx: Executor, actor: Actor, shareId: string): Promise<Fact> {
  const [share] = await selectShares(tx, actor, eq(shares.id, shareId));
  if (!share?.confirmedAt || !share.withdrawnAt) throw new DomainError("not_found");
  return toShareFact(actor, share, "withdrawal", share.withdrawnAt);
}

/** Confirmed and withdrawn shares that are not in the journal, oldest first: after an upgrade, or a restore. */
export async function listLateShareFacts(tx: Executor, actor: Actor, limit: number): Promise<Fact[]> {
  const confirmed = and(isNotNull(shares.confirmedAt), notInJournal("share", shares.id));
  const withdrawn = and(
    isNotNull(shares.confirmedAt),
    isNotNull(shares.withdrawnAt),
    notInJournal("withdrawal", shares.id),
  );
  const late = await selectShares(tx, actor, confirmed, limit);
  if (late.length > 0)
    return late.flatMap((share) =>
      share.confirmedAt ? [toShareFact(actor, share, "share", share.confirmedAt)] : [],
    );
  const taken = await selectShares(tx, actor, withdrawn, limit);
  return taken.flatMap((share) =>
    share.withdrawnAt ? [toShareFact(actor, share, "withdrawal", share.withdrawnAt)] : [],
  );
}

/** Approved suggestions that are not in the journal, oldest first. */
export async function listLateSuggestionFacts(tx: Executor, actor: Actor, limit: number): Promise<Fact[]> {
  const late = await selectSuggestions(tx, actor, notInJournal("story", stories.id)).limit(limit);
  return late.flatMap((row) => toSuggestionFact(actor, row) ?? []);
}

/** A suggestion; null for a story that nobody suggested. @throws DomainError `not_found` */
export async function findSuggestionFact(tx: Executor, actor: Actor, storyId: string): Promise<Fact | null> {
  const [found] = await tx
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.id, storyId)));
  if (!found) throw new DomainError("not_found");
  const [suggestion] = await selectSuggestions(tx, actor, eq(stories.id, storyId));
  return suggestion ? toSuggestionFact(actor, suggestion) : null;
}

export type NewClick = Fact & {
  shareId: string;
  hour: Date;
  state: (typeof shares.$inferSelect)["state"];
};

/** Counted clicks that no scorer looked at, oldest first. Those in another scorer's hands are left to it. */
export async function takeNewClicks(tx: Executor, actor: Actor, limit: number): Promise<NewClick[]> {
  const taken = await tx
    .select({
      id: clicks.id,
      hour: clicks.hour,
      clickedAt: clicks.clickedAt,
      shareId: shares.id,
      memberId: shares.memberId,
      network: shares.network,
      state: shares.state,
      timeZone: organizations.timeZone,
      captionById,
      story,
    })
    .from(clicks)
    .innerJoin(links, and(eq(links.organizationId, clicks.organizationId), eq(links.id, clicks.linkId)))
    .innerJoin(shares, and(eq(shares.organizationId, links.organizationId), eq(shares.id, links.shareId)))
    .innerJoin(stories, ofStory)
    .innerJoin(organizations, eq(organizations.id, clicks.organizationId))
    .where(and(eq(clicks.organizationId, actor.organizationId), clicks.counted, isNull(clicks.scoredAt)))
    .orderBy(clicks.id)
    .limit(limit)
    .for("update", { of: clicks, skipLocked: true });
  return taken.map(({ id, hour, clickedAt, shareId, memberId, state, ...row }) => ({
    organizationId: actor.organizationId,
    kind: "click",
    factId: id,
    memberId,
    shareId,
    storyId: row.story.id,
    occurredAt: clickedAt,
    day: dayIn(row.timeZone, clickedAt),
    data: toStoryData(row),
    hour,
    state,
  }));
}

/** Which of these shares went out; the others cannot be until the transaction ends. */
export async function lockUnconfirmedShares(
  tx: Executor,
  actor: Actor,
  shareIds: string[],
): Promise<Set<string>> {
  const locked = await tx
    .select({ id: shares.id, state: shares.state })
    .from(shares)
    .where(and(eq(shares.organizationId, actor.organizationId), inArray(shares.id, shareIds)))
    .orderBy(shares.id)
    .for("share");
  return new Set(locked.filter(({ state }) => wentOut(state)).map(({ id }) => id));
}

export async function readTimeZone(tx: Executor, organizationId: string): Promise<string> {
  const [organization] = await tx
    .select({ timeZone: organizations.timeZone })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!organization) throw new DomainError("not_found");
  return organization.timeZone;
}

function selectShares(tx: Executor, actor: Actor, condition: SQL | undefined, limit = 1) {
  return tx
    .select(shareColumns)
    .from(shares)
    .innerJoin(stories, ofStory)
    .innerJoin(organizations, eq(organizations.id, shares.organizationId))
    .where(and(eq(shares.organizationId, actor.organizationId), condition))
    .orderBy(shares.confirmedAt, shares.id)
    .limit(limit);
}

function selectSuggestions(tx: Executor, actor: Actor, condition: SQL | undefined) {
  return tx
    .select({ story, timeZone: organizations.timeZone })
    .from(stories)
    .innerJoin(organizations, eq(organizations.id, stories.organizationId))
    .where(
      and(
        eq(stories.organizationId, actor.organizationId),
        isNotNull(stories.approvedAt),
        isNotNull(stories.suggestedById),
        condition,
      ),
    )
    .orderBy(stories.approvedAt, stories.id);
}

const notInJournal = (kind: FactKind, id: typeof shares.id | typeof stories.id) =>
  sql`not exists (select from ${scoreFacts} where ${scoreFacts.organizationId} = ${id.table}.organization_id
    and ${scoreFacts.kind} = ${kind} and ${scoreFacts.factId} = ${id})`;

function toShareFact(actor: Actor, share: ShareRow, kind: "share" | "withdrawal", occurredAt: Date): Fact {
  return {
    organizationId: actor.organizationId,
    kind,
    factId: share.id,
    memberId: share.memberId,
    shareId: share.id,
    storyId: share.story.id,
    occurredAt,
    day: dayIn(share.timeZone, occurredAt),
    data: { ...toStoryData(share), similarity: share.similarity },
  };
}

function toSuggestionFact(actor: Actor, { story, timeZone }: Omit<FactRow, "captionById">): Fact | null {
  const { approvedAt, suggestedById } = story;
  if (!approvedAt || !suggestedById) return null;
  return {
    organizationId: actor.organizationId,
    kind: "story",
    factId: story.id,
    memberId: suggestedById,
    shareId: null,
    storyId: story.id,
    occurredAt: approvedAt,
    day: dayIn(timeZone, approvedAt),
    data: { title: story.title },
  };
}
