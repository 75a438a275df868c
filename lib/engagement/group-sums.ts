import { smallestGroup } from "#lib/boards/schemas.ts";
import type { Figures } from "#lib/networks/measurer.ts";
import type { GroupEngagement } from "./schemas.ts";
import { figureNames } from "./snapshots/figures.ts";
import { figureWords } from "./words.ts";

type Reported = Figures & { memberId: string };

/**
 * The latest reports of a group's shares, figure by figure. A figure that networks gave for the shares of fewer than five
 * people is left out. What a network did not say is no nought, and its person not one of the five.
 */
export function sumReported(reports: readonly Reported[]): GroupEngagement {
  return figureNames.flatMap((figure) => {
    const said = reports.filter((report) => report[figure] !== null);
    const people = new Set(said.map(({ memberId }) => memberId)).size;
    if (people < smallestGroup) return [];
    const sum = said.reduce((total, report) => total + (report[figure] ?? 0), 0);
    return [{ name: figureWords[figure], sum, shares: said.length, people }];
  });
}
