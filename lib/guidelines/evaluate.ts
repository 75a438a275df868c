import { type Day, sayDate } from "#lib/day.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import { type Requirement, requirementOf } from "./complete-text.ts";
import type { Guideline, Place, Verdict } from "./guideline.ts";
import { addressesTo } from "./leads-to.ts";
import { phraseFinder } from "./phrases/find-phrases.ts";
import { findRequired, standsAt } from "./required-text.ts";

export type Judged = {
  /** The final text, with everything that Herald adds. */
  text: string;
  network: NetworkId;
  /** The day on which it leaves, in the organization's days. */
  day: Day;
  /** Herald's own short link, and whether it leaves beside the words. It does on every network; a test text stands alone. */
  link: { address: string; goesAlong: boolean };
  /** Those that the text has to meet: `guidelinesFor`. */
  guidelines: readonly Guideline[];
};

type Finding = Pick<Verdict, "outcome" | "sentence" | "places">;

/** What each guideline says to a text, in their order. The same in the browser and before a share leaves. */
export function evaluateText({ guidelines, ...judged }: Judged): Verdict[] {
  return guidelines.map((guideline) => {
    const { id, version, name, explanation, rule } = guideline;
    return { guidelineId: id, version, name, kind: rule.kind, explanation, ...judge(guideline, judged) };
  });
}

function judge(guideline: Guideline, judged: Omit<Judged, "guidelines">): Finding {
  const { rule } = guideline;
  switch (rule.kind) {
    case "blocked_phrases":
      return judgePhrases(judged.text, rule.phrases, "blocks", "Not to be said here:");
    case "warned_phrases":
      return judgePhrases(judged.text, rule.phrases, "warns", "Think twice before you say");
    case "expiry":
      return judgeExpiry(rule, judged);
    case "link_required":
      return judgeLink(rule.address, judged);
    default: {
      const requirement = requirementOf(guideline);
      return requirement ? judgeRequirement(requirement, judged) : passes("");
    }
  }
}

const passes = (sentence: string, places: Place[] = []): Finding => ({ outcome: "passes", sentence, places });
const blocks = (sentence: string, places: Place[] = []): Finding => ({ outcome: "blocks", sentence, places });

function judgePhrases(
  text: string,
  phrases: readonly string[],
  outcome: "warns" | "blocks",
  saying: string,
): Finding {
  const places = phraseFinder(phrases)(text);
  if (places.length === 0) return passes("Says nothing that it is about.");
  return { outcome, sentence: `${saying} ${quoteAll(text, places)}.`, places };
}

function judgeExpiry(
  rule: { phrases: string[]; until: Day },
  { text, day }: Omit<Judged, "guidelines">,
): Finding {
  if (day <= rule.until) return passes(`May be said until ${sayDate(rule.until)}.`);
  if (rule.phrases.length === 0) return blocks(`This could be shared until ${sayDate(rule.until)}.`);
  const until = `Could be said until ${sayDate(rule.until)}:`;
  return judgePhrases(text, rule.phrases, "blocks", until);
}

function judgeLink(address: string, { text, network, link }: Omit<Judged, "guidelines">): Finding {
  if (address !== "") {
    const places = addressesTo(text, address);
    return places.length > 0
      ? passes("The address is in it.", places)
      : blocks(`Add the address ${address}.`);
  }
  const places = addressesTo(text, link.address);
  if (places.length > 0) return passes("Your link is in it.", places);
  if (!link.goesAlong) return blocks("Herald’s link has to be in it.");
  // LinkedIn and Facebook take the link alone: what is pasted above it carries none.
  return passes(
    networks[network].takesText
      ? "Your link goes with it."
      : `Your link is the card. Leave it there when you paste your words into ${networks[network].name}.`,
  );
}

function judgeRequirement(requirement: Requirement, { text, network }: Omit<Judged, "guidelines">): Finding {
  const { texts, place, likeness } = requirement;
  const within = requirement.within ?? networks[network].foldsAfter;
  const found = texts.flatMap((required) => findRequired(text, required, likeness));
  const right = found.find((each) => standsAt(text, each, place, within));
  if (right) return passes(`Says ${quote(text.slice(right.start, right.end))}.`, [right]);
  const wanted = texts.map(quote).join(" or ");
  const where = { anywhere: "", start: " at the beginning", end: " at the end", before: sayWithin(within) }[
    place
  ];
  if (found.length === 0)
    return blocks(`Say ${wanted}${where}${likeness === "exact" ? ", word for word" : ""}.`);
  return blocks(`Put ${wanted}${where}. It stands elsewhere now.`, found.slice(0, 1));
}

const sayWithin = (within: number | null): string =>
  within === null ? "" : ` within the first ${within} characters, before the rest is folded away`;

const mostQuoted = 3;

function quoteAll(text: string, places: Place[]): string {
  const said = [...new Set(places.map(({ start, end }) => text.slice(start, end)))];
  const quoted = said.slice(0, mostQuoted).map(quote);
  return said.length > mostQuoted ? `${quoted.join(", ")} and more` : quoted.join(", ");
}

const quote = (words: string): string => {
  const short = [...words.slice(0, 161)];
  return short.length > 120 ? `“${short.slice(0, 119).join("")}…”` : `“${words}”`;
};
