import { and, eq, gt, gte, inArray, isNull, lte, ne, sql, sum } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { clicks } from "#db/schema/clicks.ts";
import { links } from "#db/schema/links.ts";
import { organizations } from "#db/schema/organizations.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { addDays, dayIn, mondayOf } from "#lib/day.ts";
import { DomainError } from "#lib/errors.ts";
import { wentOut } from "#lib/shares/went-out.ts";
import type { ClickFact, ShareFact, ShareHistory } from "../entries-of-facts.ts";
import type { Fact } from "../entry.ts";

const story = {
  id: stories.id,
  title: stories.title,
  suggestedById: stories.suggestedById,
  approvedAt: stories.approvedAt,
};
const ofStory = and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId));

/** @throws DomainError `not_found` for a share that is another organization's or is not confirmed */
export async function getShareFact(
  tx: Executor,
  actor: Actor,
  shareId: string,
): Promise<ShareFact & { intendedAt: Date }> {
  const [share] = await tx
    .select({
      id: shares.id,
      memberId: shares.memberId,
      network: shares.network,
      similarity: shares.similarity,
      intendedAt: shares.intendedAt,
      confirmedAt: shares.confirmedAt,
      timeZone: organizations.timeZone,
      story,
    })
    .from(shares)
    .innerJoin(stories, ofStory)
    .innerJoin(organizations, eq(organizations.id, shares.organizationId))
    .where(and(eq(shares.organizationId, actor.organizationId), eq(shares.id, shareId)));
  if (!share?.confirmedAt) throw new DomainError("not_found");
  const { confirmedAt: occurredAt, ...rest } = share;
  return { ...rest, shareId, kind: "share", organizationId: actor.organizationId, occurredAt };
}

/** What the member's earlier shares mean for this one; null when this one is scored already. */
export async function findShareHistory(tx: Executor, share: ShareFact): Promise<ShareHistory | null> {
  const day = dayIn(share.timeZone, share.occurredAt);
  const monday = mondayOf(day);
  const scored = await tx
    .select({ factId: scoreEntries.factId, day: scoreEntries.day, points: scoreEntries.points })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.organizationId, share.organizationId),
        eq(scoreEntries.memberId, share.memberId),
        eq(scoreEntries.rule, "confirmed_share"),
        gte(scoreEntries.day, monday),
        lte(scoreEntries.day, addDays(monday, 6)),
      ),
    );
  if (scored.some((entry) => entry.factId === share.id)) return null;

  const earning = scored.filter((entry) => entry.points > 0);
  return {
    scoredThatDay: earning.filter((entry) => entry.day === day).length,
    scoredThatWeek: earning.length,
    isRepeat: await hasSharedBefore(tx, share),
  };
}

async function hasSharedBefore(tx: Executor, share: ShareFact): Promise<boolean> {
  const before = await tx
    .select({ id: scoreEntries.id })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.organizationId, share.organizationId),
        eq(scoreEntries.memberId, share.memberId),
        eq(scoreEntries.rule, "confirmed_share"),
        eq(scoreEntries.storyId, share.story.id),
        ne(scoreEntries.factId, share.id),
        sql`${scoreEntries.inputs}->>'network' = ${share.network}`,
      ),
    )
    .limit(1);
  return before.length > 0;
}

/** A suggestion; null for a story that nobody suggested. @throws DomainError `not_found` */
export async function findSuggestionFact(tx: Executor, actor: Actor, storyId: string): Promise<Fact | null> {
  const [found] = await tx
    .select({ story, timeZone: organizations.timeZone })
    .from(stories)
    .innerJoin(organizations, eq(organizations.id, stories.organizationId))
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.id, storyId)));
  if (!found) throw new DomainError("not_found");
  const { approvedAt, suggestedById } = found.story;
  if (!approvedAt || !suggestedById) return null;
  return {
    ...found,
    kind: "story",
    id: storyId,
    shareId: null,
    organizationId: actor.organizationId,
    occurredAt: approvedAt,
  };
}

export type NewClick = ClickFact & { hour: Date; state: (typeof shares.$inferSelect)["state"] };

/** Counted clicks that no scorer looked at, oldest first. Those in another scorer's hands are left to it. */
export async function takeNewClicks(tx: Executor, actor: Actor, limit: number): Promise<NewClick[]> {
  const taken = await tx
    .select({
      id: clicks.id,
      hour: clicks.hour,
      occurredAt: clicks.clickedAt,
      shareId: shares.id,
      memberId: shares.memberId,
      network: shares.network,
      state: shares.state,
      timeZone: organizations.timeZone,
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
  return taken.map((click) => ({ ...click, kind: "click", organizationId: actor.organizationId }));
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

/** What clicks on each share have earned the member who shared it. */
export async function readClickEarnings(
  tx: Executor,
  actor: Actor,
  shareIds: string[],
): Promise<Map<string, number>> {
  const rows = await tx
    .select({
      shareId: sql<string>`${scoreEntries.shareId}`,
      earned: sum(scoreEntries.points).mapWith(Number),
    })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.organizationId, actor.organizationId),
        inArray(scoreEntries.shareId, shareIds),
        eq(scoreEntries.rule, "counted_click"),
        gt(scoreEntries.points, 0),
      ),
    )
    .groupBy(scoreEntries.shareId);
  return new Map(rows.map((row) => [row.shareId, row.earned]));
}
