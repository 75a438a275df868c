import { sayDate } from "#lib/day.ts";
import type { GuidelineRule, RequiredPlace } from "./guideline.ts";

const places: Record<RequiredPlace, string> = {
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
  place === "before" && within !== null ? `within the first ${within} characters` : places[place];

const mostSaid = 8;

function sayAll(texts: readonly string[], between = ", "): string {
  const said = texts.slice(0, mostSaid).map((text) => `“${text}”`);
  const more = texts.length - said.length;
  return more > 0 ? `${said.join(between)} and ${more.toLocaleString("en")} more` : said.join(between);
}
