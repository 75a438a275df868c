import { sayDate } from "#lib/day.ts";
import { sayCountry } from "#lib/members/countries.ts";
import { networks } from "#lib/networks/networks.ts";
import type { Guideline, GuidelineKind, GuidelineRule, RequiredPlace } from "./guideline.ts";

/** What each kind is called, and what it does, in the order of the desk's list. */
export const kindWords: Record<GuidelineKind, { name: string; does: string }> = {
  disclosure: {
    name: "Disclosure",
    does: "Words that say who is speaking. Herald adds them where they are missing.",
  },
  locked_text: { name: "Locked text", does: "A text that has to be in it, word for word. Herald adds it." },
  blocked_phrases: { name: "Blocked phrases", does: "Nothing that says one of them leaves." },
  warned_phrases: {
    name: "Warned phrases",
    does: "Whoever says one is told why to think twice, and decides.",
  },
  link_required: { name: "Link required", does: "An address that has to go along." },
  expiry: { name: "Expiry", does: "What may be said until a day, and not after it." },
};

export const kindsInOrder = Object.keys(kindWords) as GuidelineKind[];

/** Where a text can be wanted. */
export const placeWords: Record<RequiredPlace, string> = {
  anywhere: "anywhere",
  start: "at the beginning",
  before: "before the fold",
  end: "at the end",
};

/** What a guideline wants, in a sentence. */
export function sayRule(rule: GuidelineRule): string {
  switch (rule.kind) {
    case "disclosure":
      return `${sayAll(rule.texts, " or ")} has to be said ${sayPlace(rule.place, rule.within)}.`;
    case "locked_text":
      return `“${rule.text}” has to be in it word for word, ${sayPlace(rule.place, rule.within)}.`;
    case "blocked_phrases":
      return `Not to be said: ${sayAll(rule.phrases)}.`;
    case "warned_phrases":
      return `To think twice about: ${sayAll(rule.phrases)}.`;
    case "link_required":
      return rule.address === ""
        ? "Herald’s short link has to go along."
        : `${rule.address} has to be in it.`;
    case "expiry":
      return rule.phrases.length === 0
        ? `May be shared until ${sayDate(rule.until)}.`
        : `May be said until ${sayDate(rule.until)}: ${sayAll(rule.phrases)}.`;
  }
}

const sayPlace = (place: RequiredPlace, within: number | null): string =>
  place === "before" && within !== null ? `within the first ${within} characters` : placeWords[place];

const mostSaid = 8;

function sayAll(texts: readonly string[], between = ", "): string {
  const said = texts.slice(0, mostSaid).map((text) => `“${text}”`);
  const more = texts.length - said.length;
  return more > 0 ? `${said.join(between)} and ${more.toLocaleString("en")} more` : said.join(between);
}

/** Whose texts it is for: "LinkedIn, X · Germany · stories about Finance · until 31 December 2026". */
export function sayScope(
  { networks: ids, countries, startsOn, endsOn }: Guideline,
  topicNames: readonly string[],
): string {
  const parts = [
    ids.length > 0 ? ids.map((id) => networks[id].name).join(", ") : "every network",
    countries.length > 0 ? countries.map(sayCountry).join(", ") : "every country",
    topicNames.length > 0 ? `stories about ${topicNames.join(", ")}` : "every story",
    startsOn ? `from ${sayDate(startsOn)}` : "",
    endsOn ? `until ${sayDate(endsOn)}` : "",
  ];
  const said = parts.filter(Boolean).join(" · ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}
