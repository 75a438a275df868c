import type { Guideline, GuidelineKind, GuidelineRule, RequiredPlace } from "#lib/guidelines/guideline.ts";
import type { GuidelineContent, GuidelineDetails } from "#lib/guidelines/schemas.ts";

/** A guideline as it stands in its form: lists of texts are lines. */
export type GuidelineDraft = Omit<GuidelineContent, "rule" | "startsOn" | "endsOn"> & {
  kind: GuidelineKind;
  lines: string;
  place: RequiredPlace;
  within: number | null;
  until: string;
  startsOn: string;
  endsOn: string;
};

export function toDraft(guideline: GuidelineDetails | null): GuidelineDraft {
  const rule = guideline?.rule ?? { kind: "blocked_phrases" as const, phrases: [] };
  return {
    ...{ name: guideline?.name ?? "", explanation: guideline?.explanation ?? "", kind: rule.kind },
    lines: linesOf(rule),
    place: "place" in rule ? rule.place : "anywhere",
    within: "within" in rule ? rule.within : null,
    until: "until" in rule ? rule.until : "",
    networks: guideline?.networks ?? [],
    countries: guideline?.countries ?? [],
    topicIds: guideline?.topicIds ?? [],
    startsOn: guideline?.startsOn ?? "",
    endsOn: guideline?.endsOn ?? "",
    passingText: guideline?.passingText ?? "",
    failingText: guideline?.failingText ?? "",
  };
}

export function toContent({ kind, lines, place, within, until, ...draft }: GuidelineDraft): GuidelineContent {
  const rule = ruleOf({ kind, lines, place, within, until });
  return { ...draft, rule, startsOn: draft.startsOn || null, endsOn: draft.endsOn || null };
}

/** As it would be asked of a text. */
export const toGuideline = (content: GuidelineContent): Guideline => ({
  ...{ ...content, id: "draft", version: 1, isSetting: false },
});

function linesOf(rule: GuidelineRule): string {
  if ("phrases" in rule) return rule.phrases.join("\n");
  if ("texts" in rule) return rule.texts.join("\n");
  return "text" in rule ? rule.text : rule.address;
}

type RuleDraft = Pick<GuidelineDraft, "kind" | "lines" | "place" | "within" | "until">;

function ruleOf({ kind, lines, place, within, until }: RuleDraft): GuidelineRule {
  const each = lines
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  switch (kind) {
    case "disclosure":
      return { kind, texts: each, place, within };
    case "locked_text":
      return { kind, text: lines.trim(), place, within };
    case "link_required":
      return { kind, address: lines.trim() };
    case "expiry":
      return { kind, phrases: each, until };
    default:
      return { kind, phrases: each };
  }
}
