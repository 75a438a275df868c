import type { Transaction } from "#db/client.ts";
import type { Row } from "#db/seed/rows.ts";
import { type Demo, type PlannedCompany, writeClicks } from "#db/seed/seed.ts";
import type { PlannedShare } from "#db/seed/shares.ts";
import type { PlannedStory } from "#db/seed/stories.ts";
import { appendEntries } from "#lib/scores/entries/mutations.ts";
import type { ShareFact } from "#lib/scores/entries-of-facts.ts";
import type { Entry, Fact } from "#lib/scores/entry.ts";
import { createReplay, type Replay } from "#lib/scores/replay.ts";

const batchSize = 4000;

/** Writes the clicks of a planned company, and what the scorer makes of its whole history. */
export async function writeHistory(tx: Transaction, demo: Demo, planned: PlannedCompany): Promise<number> {
  const { company, stories, shares } = planned;
  const replay = createReplay();
  let clicks: Row<"clicks">[] = [];
  let entries: Entry[] = stories.flatMap((story) => scoreStory(replay, planned, story));
  let written = 0;
  const flush = async () => {
    await writeClicks(tx, clicks);
    await appendEntries(
      tx,
      entries.map((entry) => ({ ...entry, id: company.makeId(entry.occurredAt) })),
    );
    written += clicks.length;
    clicks = [];
    entries = [];
  };

  for (const share of shares.toSorted(byConfirmation)) {
    const hits = demo.clicksOf(company, share);
    clicks.push(...hits);
    entries.push(...scoreShare(replay, planned, share, hits));
    if (clicks.length + entries.length > batchSize) await flush();
  }
  await flush();
  return written;
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
  const shared: ShareFact[] = confirmedAt
    ? [{ ...makeFact(planned, story, "share", shareId, shareId, confirmedAt), memberId, network, similarity }]
    : [];
  const clicked = hits
    .filter(({ counted }) => counted)
    .map(({ id, clickedAt }) => ({
      ...makeFact(planned, story, "click", id ?? "", shareId, clickedAt),
      shareId,
      memberId,
      network,
    }));
  return [...shared.flatMap(replay.share), ...replay.clicks(clicked)];
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
