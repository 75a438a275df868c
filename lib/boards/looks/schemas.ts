import type { Day } from "#lib/day.ts";

/** Where somebody's named figures are shown to one who asked for them, and not to everybody. */
export const lookPlaces = ["team_board", "export", "pledge"] as const;
export type LookPlace = (typeof lookPlaces)[number];

/** That a colleague looked at the viewer's figures, once for each day and place. */
export type LookDto = {
  /** Tells namesakes apart. */
  viewerKey: string;
  viewerName: string;
  place: LookPlace;
  day: Day;
};
