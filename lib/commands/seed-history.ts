import { eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Company } from "#db/seed/company.ts";
import { insertMany, type Row, tables } from "#db/seed/rows.ts";
import type { Demo, PlannedCompany } from "#db/seed/seed.ts";
import type { PlannedShare } from "#db/seed/shares.ts";
import type { PlannedStory } from "#db/seed/stories.ts";
import { addMonths, type Month, monthOf, partitionName } from "#lib/clicks/partitions/month.ts";
import { attachClickTable, makeClickTable } from "#lib/clicks/partitions/mutations.ts";
import { listClickPartitions } from "#lib/clicks/partitions/queries.ts";
import { addToRollUps } from "#lib/clicks/roll-ups/mutations.ts";
import { dayIn } from "#lib/day.ts";
import { type Chain, type ChainedEntry, emptyChain } from "#lib/scores/chain.ts";
import type { Fact, StoredFact } from "#lib/scores/fact.ts";
import { toStoryData } from "#lib/scores/facts/story-data.ts";
import { createHistory } from "#lib/scores/history.ts";
import { sumByDay } from "#lib/scores/journal/mutations.ts";
import { roundPoints } from "#lib/scores/rule.ts";
import { firstRuleSet } from "#lib/scores/rule-set.ts";
import { scoreFacts } from "#lib/scores/score-facts.ts";

const batchSize = 10_000;

/** Writes the clicks of a planned company, and what the scorer makes of its whole history. */
export async function writeHistory(tx: Transaction, demo: Demo, planned: PlannedCompany): Promise<number> {
  const { company, stories, shares } = planned;
  const history = createHistory();
  let chain: Chain = emptyChain;
  let clicks: Row<"clicks">[] = [];
  let facts: StoredFact[] = [];
  let entries: ChainedEntry[] = [];
  const days = new Map<string, Row<"scoreDays">>();
  let written = 0;
  const months = await makeClickTables(tx, company);
  const score = (happened: Fact[]) => {
    const scored = scoreFacts(chain, [firstRuleSet], history, happened);
    chain = scored.chain;
    facts.push(...scored.facts);
    entries.push(...scored.entries);
  };
  const write = async (
    hits: Row<"clicks">[],
    journal: Row<"scoreFacts">[],
    scored: Row<"scoreEntries">[],
  ) => {
    await insertClicks(tx, hits, months);
    await insertMany(tx, tables.scoreFacts, journal);
    await insertMany(tx, tables.scoreEntries, scored);
  };
  // The next rows are planned while the database takes these.
  let writing: Promise<void> = Promise.resolve();
  const flush = async () => {
    const scored = entries.map((entry) => ({ id: company.makeId(entry.occurredAt), ...entry }));
    addTo(days, entries);
    written += clicks.length;
    await writing;
    writing = write(clicks, facts, scored);
    writing.catch(() => {}); // whoever waits for it next is told
    clicks = [];
    facts = [];
    entries = [];
  };

  score(stories.flatMap((story) => suggestionOf(planned, story)).toSorted(byTime));
  for (const share of shares.toSorted(byConfirmation)) {
    const hits = demo.clicksOf(company, share);
    clicks.push(...hits);
    score(factsOf(planned, share, hits));
    if (clicks.length + entries.length > batchSize) await flush();
    await new Promise(setImmediate);
  }
  await flush();
  await writing;
  for (const month of months) await attachClickTable(tx, month);
  await insertMany(
    tx,
    tables.scoreDays,
    [...days.values()].filter(({ points }) => points !== 0),
  );
  await insertMany(tx, tables.scoreChains, [{ organizationId: company.organization.id, ...chain }]);
  await addToRollUps(tx, eq(tables.clicks.organizationId, company.organization.id));
  return written;
}

/** One for each month since the company began that has no partition; they become one when they are full, which is faster. */
async function makeClickTables(tx: Transaction, { organization, calendar }: Company): Promise<Month[]> {
  const made: Month[] = [];
  const last = monthOf(calendar.now);
  const partitions = await listClickPartitions(tx);
  for (let month = monthOf(organization.createdAt); month <= last; month = addMonths(month, 1)) {
    if (partitions.includes(month)) continue;
    await makeClickTable(tx, month);
    made.push(month);
  }
  return made;
}

async function insertClicks(tx: Transaction, clicks: Row<"clicks">[], apart: Month[]): Promise<void> {
  for (const [month, ofMonth] of Map.groupBy(clicks, ({ clickedAt }) => monthOf(clickedAt)))
    await insertMany(
      tx,
      tables.clicks,
      ofMonth,
      apart.includes(month) ? sql.identifier(partitionName(month)) : tables.clicks,
    );
}

function addTo(days: Map<string, Row<"scoreDays">>, entries: readonly ChainedEntry[]): void {
  for (const sum of sumByDay(entries)) {
    const key = `${sum.memberId} ${sum.day}`;
    const { points = 0, rewardPoints = 0 } = days.get(key) ?? {};
    days.set(key, {
      ...sum,
      points: roundPoints(points + sum.points),
      rewardPoints: roundPoints(rewardPoints + sum.rewardPoints),
    });
  }
}

function suggestionOf(planned: PlannedCompany, story: PlannedStory): Fact[] {
  const { id, title, approvedAt, suggestedById } = story.row;
  if (!id || !approvedAt || !suggestedById) return [];
  const fact = makeFact(planned, story, "story", id, null, approvedAt);
  return [{ ...fact, memberId: suggestedById, data: { title } }];
}

/** A confirmed share, and every counted click on it. */
function factsOf(planned: PlannedCompany, { row, story }: PlannedShare, hits: Row<"clicks">[]): Fact[] {
  const { id: shareId, memberId, network, similarity, confirmedAt } = row;
  if (!confirmedAt) return [];
  const data = toStoryData({ network, timeZone: planned.company.seed.timeZone, story: toFactStory(story) });
  const share = makeFact(planned, story, "share", shareId, shareId, confirmedAt);
  const clicked = hits
    .filter(({ counted }) => counted)
    .map(({ id, clickedAt }) => makeFact(planned, story, "click", id ?? "", shareId, clickedAt));
  return [
    { ...share, memberId, data: { ...data, similarity } },
    ...clicked.map((click) => ({ ...click, memberId, data })),
  ];
}

function toFactStory({ row }: PlannedStory) {
  const { id, title, suggestedById = null, approvedAt = null, editedById = null, campaignId = null } = row;
  return { id: id ?? "", title, suggestedById, approvedAt, editedById, campaignId };
}

function makeFact(
  { company }: PlannedCompany,
  { row }: PlannedStory,
  kind: Fact["kind"],
  factId: string,
  shareId: string | null,
  occurredAt: Date,
): Omit<Fact, "memberId" | "data"> {
  return {
    organizationId: company.organization.id,
    kind,
    factId,
    shareId,
    storyId: row.id ?? null,
    occurredAt,
    day: dayIn(company.seed.timeZone, occurredAt),
  };
}

const byTime = (one: Fact, other: Fact): number => one.occurredAt.getTime() - other.occurredAt.getTime();

const byConfirmation = (one: PlannedShare, other: PlannedShare): number =>
  (one.row.confirmedAt?.getTime() ?? 0) - (other.row.confirmedAt?.getTime() ?? 0);
