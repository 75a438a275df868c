import { addDays, type Day } from "#lib/day.ts";

/** A board whose standings are kept, so that reading it does not grow with history. */
export type KeptBoard = {
  /** As `standings.board` has it. */
  name: string;
  /** How many days it reaches back; null when it forgets nothing. */
  days: number | null;
  /** Days outside are left out, whenever it is looked at. */
  within: { from: Day; to: Day } | null;
};

export const rollingBoards: readonly KeptBoard[] = [
  { name: "7", days: 7, within: null },
  { name: "30", days: 30, within: null },
  { name: "90", days: 90, within: null },
  { name: "all", days: null, within: null },
];

type SeasonDays = { id: string; startsOn: Day; endsOn: Day };

export const boardOfSeason = ({ id, startsOn, endsOn }: SeasonDays): KeptBoard => ({
  name: `season:${id}`,
  days: null,
  within: { from: startsOn, to: endsOn },
});

export const boardOfCampaign = (campaignId: string): KeptBoard => ({
  name: `campaign:${campaignId}`,
  days: null,
  within: null,
});

/** Whether a day's points are on the board as it stands at the end of `asOf`. */
export function covers({ days, within }: KeptBoard, day: Day, asOf: Day): boolean {
  if (day > asOf || (days !== null && day <= addDays(asOf, -days))) return false;
  return !within || (day >= within.from && day <= within.to);
}
