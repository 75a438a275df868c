import type { NetworkId } from "#lib/networks/network.ts";
import { type Completed, completeText } from "./complete-text.ts";
import { evaluateText } from "./evaluate.ts";
import type { Guideline, Verdict } from "./guideline.ts";
import type { Asked } from "./schemas.ts";
import { guidelinesFor } from "./scope.ts";

export type JudgedWords = Completed & { applying: Guideline[]; verdicts: Verdict[] };

/** What becomes of a member's words on a network: what is added to them, and what each guideline that applies says then. */
export function judgeWords(
  words: string,
  { guidelines, ...circumstances }: Asked,
  network: NetworkId,
  linkAddress: string,
): JudgedWords {
  const applying = guidelinesFor(guidelines, { ...circumstances, network });
  const completed = completeText(words, applying);
  const verdicts = evaluateText({
    ...{ text: completed.text, network, day: circumstances.day, guidelines: applying },
    link: { address: linkAddress, goesAlong: true },
  });
  return { ...completed, applying, verdicts };
}
