import { groupLines } from "#lib/boards/group-lines.ts";
import { smallestGroup } from "#lib/boards/schemas.ts";
import type { Day } from "#lib/day.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import type { CampaignFigures } from "./schemas.ts";

/** What came of one story on one network: shares with the people who sent them, or clicks. */
export type Brought = {
  campaignId: string;
  storyId: string;
  network: NetworkId;
  /** Whether a network said that the shares are out; else their members did. */
  isReported: boolean;
  people: string[];
  shares: number;
  clicks: number;
};

type Facts = {
  brought: Brought[];
  days: { day: Day; clicks: number }[];
  stories: { id: string; title: string }[];
};

/**
 * The facts as the desk may see them. Under five people who took part the number of clicks alone is told; a network or a story
 * stands by itself only where five people are behind it, and behind what is left without it.
 */
export function sumUp({ brought, days, stories }: Facts): CampaignFigures {
  const all = toLine("", brought);
  const isGroup = all.people.size >= smallestGroup;
  const ofStories = isGroup ? linesBy(brought, ({ storyId }) => storyId) : [];
  const shown = new Map((groupLines(ofStories) ?? []).map((line) => [line.name, line]));
  const others = ofStories.filter(({ name }) => !shown.has(name));
  const joined = toSum(others);
  return {
    clicks: all.clicks,
    taking: isGroup ? { shares: all.shares, people: all.people.size } : null,
    reportedShares: isGroup ? countReported(brought) : null,
    days: isGroup ? days : [],
    networks: isGroup ? listNetworks(brought) : null,
    stories: stories.map(({ id, title }) => {
      const line = shown.get(id);
      return { id, title, figures: line ? { shares: line.shares ?? 0, clicks: line.clicks } : null };
    }),
    otherStories: isGroup && others.length > 0 ? { count: others.length, ...joined } : null,
  };
}

const listNetworks = (brought: Brought[]) =>
  groupLines(linesBy(brought, ({ network }) => networks[network].name))?.map(
    ({ name, shares = 0, clicks }) => ({ name, shares, clicks }),
  ) ?? null;

function countReported(brought: Brought[]): number | null {
  const parts = [true, false].map((isReported) =>
    toLine(
      "",
      brought.filter((row) => row.isReported === isReported && row.shares > 0),
    ),
  );
  const [reported] = parts;
  if (!reported || parts.some(({ people }) => people.size > 0 && people.size < smallestGroup)) return null;
  return reported.shares;
}

const linesBy = (brought: Brought[], nameOf: (row: Brought) => string) =>
  [...Map.groupBy(brought, nameOf)].map(([name, rows]) => toLine(name, rows));

const toLine = (name: string, rows: Brought[]) => ({
  name,
  people: new Set(rows.flatMap(({ people }) => people)),
  ...toSum(rows),
});

const toSum = (rows: { shares: number; clicks: number }[]) => ({
  shares: rows.reduce((sum, { shares }) => sum + shares, 0),
  clicks: rows.reduce((sum, { clicks }) => sum + clicks, 0),
});
