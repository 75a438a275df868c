import type { Figures } from "#lib/networks/measurer.ts";
import { figureNames } from "./figures.ts";

type Kept = Figures & { takenAt: Date };

const dayMs = 86_400_000;

type Report = {
  hasChanged: boolean;
  last: Kept;
  /** The one before it. */
  before: Kept | null;
  now: Date;
};

/**
 * Whether a report is worth a row of its own: when something changed, when it is the second to say the same (so that the
 * first keeps its time), or when a day passed since. Otherwise the last row is moved to the present.
 */
export function isSnapshotDue({ hasChanged, last, before, now }: Report): boolean {
  if (hasChanged || !before) return true;
  const isRun = figureNames.every((figure) => last[figure] === before[figure]);
  return !isRun || now.getTime() - before.takenAt.getTime() > dayMs;
}
