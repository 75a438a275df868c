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
import type { ShareFact } from "#lib/scores/entries-of-facts.ts";
import type { Entry, Fact } from "#lib/scores/entry.ts";
import { createReplay, type Replay } from "#lib/scores/replay.ts";
import { roundPoints } from "#lib/scores/rule.ts";

const batchSize = 10_000;

/** Writes the clicks of a planned company, and what the scorer makes of its whole history. */
export async function writeHistory(tx: Transaction, demo: Demo, planned: PlannedCompany): Promise<number> {
  const { company, stories, shares } = planned;
  const replay = createReplay();
  let clicks: Row<"clicks">[] = [];
  let entries: Entry[] = stories.flatMap((story) => scoreStory(replay, planned, story));
  const days = new Map<string, Row<"scoreDays">>();
  let written = 0;
  const months = await makeClickTables(tx, company);
  const write = async (hits: Row<"clicks">[], scored: Row<"scoreEntries">[]) => {
    await insertClicks(tx, hits, months);
    await insertMany(tx, tables.scoreEntries, scored);
  };
  // The next rows are planned while the database takes these.
  let writing: Promise<void> = Promise.resolve();
  const flush = async () => {
    const scored = entries.map((entry) => ({ id: company.makeId(entry.occurredAt), ...entry }));
    for (const entry of entries) addTo(days, entry);
    written += clicks.length;
    await writing;
    writing = write(clicks, scored);
    writing.catch(() => {}); // whoever waits for it next is told
    clicks = [];
    entries = [];
  };

  for (const share of shares.toSorted(byConfirmation)) {
    const hits = demo.clicksOf(company, share);
    clicks.push(...hits);
    entries.push(...scoreShare(replay, planned, share, hits));
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

function addTo(days: Map<string, Row<"scoreDays">>, { organizationId, memberId, day, points }: Entry): void {
  const key = `${memberId} ${day}`;
  const sum = roundPoints((days.get(key)?.points ?? 0) + points);
  days.set(key, { organizationId, memberId, day, points: sum });
}

function scoreStory(replay: Replay, planned: PlannedCompany, story: PlannedStory): Entry[] {
  const { approvedAt } = story.row;
  return approvedAt
    ? replay.suggestion(makeFact(planned, story, "story", story.row.id, null, approvedAt))
    : [];
}

function scoreShare(
  replay: Replay,
  planned: PlannedCompany,
  { row, story }: PlannedShare,
  hits: Row<"clicks">[],
): Entry[] {
  const { id: shareId, memberId, network, similarity, confirmedAt } = row;
  if (!confirmedAt) return [];
  const shared: ShareFact = {
    ...makeFact(planned, story, "share", shareId, shareId, confirmedAt),
    memberId,
    network,
    similarity,
  };
  const clicked = hits
    .filter(({ counted }) => counted)
    .map(({ id, clickedAt }) => ({
      ...makeFact(planned, story, "click", id ?? "", shareId, clickedAt),
      shareId,
      memberId,
      network,
    }));
  return [...replay.share(shared), ...replay.clicks(clicked)];
}

function makeFact(
  { company }: PlannedCompany,
  { row }: PlannedStory,
  kind: Fact["kind"],
  id: string,
  shareId: string | null,
  occurredAt: Date,
): Fact {
  const { id: storyId, title, suggestedById = null, approvedAt = null } = row;
  const story = { id: storyId, title, suggestedById, approvedAt };
  return {
    kind,
    id,
    shareId,
    organizationId: company.organization.id,
    timeZone: company.seed.timeZone,
    occurredAt,
    story,
  };
}

const byConfirmation = (one: PlannedShare, other: PlannedShare): number =>
  (one.row.confirmedAt?.getTime() ?? 0) - (other.row.confirmedAt?.getTime() ?? 0);
