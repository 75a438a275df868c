import { networks } from "#lib/networks/networks.ts";
import { isSame, pairCaptions } from "./diff-captions.ts";
import { diffText } from "./diff-text.ts";
import type { VersionContent } from "./schemas.ts";
import { type ShownPart, shorten } from "./shorten.ts";

/** How one field changed: by words, or from one value to another. */
export type FieldChange =
  | { kind: "text"; label: string; language: string; parts: ShownPart[] }
  | { kind: "value"; label: string; before: string; after: string }
  | { kind: "image"; label: string; before: ShownImage; after: ShownImage };

type ShownImage = { id: string; alt: string } | null;

/** What things that a version names by their ids are called. */
export type VersionNames = ReadonlyMap<string, string>;

/** What changed of a story between two versions, field by field; nothing where nothing did. */
export function diffStory(before: VersionContent, after: VersionContent, names: VersionNames): FieldChange[] {
  const named = (ids: readonly string[]): string =>
    ids
      .map((id) => names.get(id) ?? "one that is gone")
      .sort()
      .join(", ");
  return [
    ...diffWords(before, after),
    ...captions(before, after, named),
    ...value("For", sayAudience(before, named), sayAudience(after, named)),
    ...value("Topics", named(before.topicIds) || "none", named(after.topicIds) || "none"),
    ...value("Language", before.language, after.language),
    ...value("Campaign", named(idsOf(before.campaignId)) || "none", named(idsOf(after.campaignId)) || "none"),
    ...value(
      "Goes live",
      sayTime(before.publishAt, "once approved"),
      sayTime(after.publishAt, "once approved"),
    ),
    ...value("Expires", sayTime(before.expiresAt, "never"), sayTime(after.expiresAt, "never")),
  ];
}

/** The same of what will be seen alone: nothing of whom it is for, or of how the organization files it. */
export function diffSaid(before: VersionContent, after: VersionContent): FieldChange[] {
  const seen = (content: VersionContent): VersionContent => ({
    ...content,
    captions: content.captions.map((caption) => ({ ...caption, weight: 1, audienceId: null })),
  });
  return [...diffWords(before, after), ...captions(seen(before), seen(after), () => "")];
}

function diffWords(before: VersionContent, after: VersionContent): FieldChange[] {
  const text = (label: string, one: string, other: string): FieldChange[] =>
    one === other
      ? []
      : [{ kind: "text", label, language: after.language, parts: shorten(diffText(one, other)) }];
  return [
    ...text("Title", before.title, after.title),
    ...text("Summary", before.summary, after.summary),
    ...text("Text", before.body, after.body),
    ...value("Address", before.url ?? "none", after.url ?? "none"),
    ...image(before, after),
    ...text("Description of the image", before.imageAlt, after.imageAlt),
  ];
}

const value = (label: string, one: string, other: string): FieldChange[] =>
  one === other ? [] : [{ kind: "value", label, before: one, after: other }];

function image(before: VersionContent, after: VersionContent): FieldChange[] {
  if (before.imageId === after.imageId) return [];
  const shown = ({ imageId, imageAlt }: VersionContent): ShownImage =>
    imageId ? { id: imageId, alt: imageAlt } : null;
  return [{ kind: "image", label: "Image", before: shown(before), after: shown(after) }];
}

function captions(before: VersionContent, after: VersionContent, named: Named): FieldChange[] {
  return pairCaptions(before.captions, after.captions).flatMap((pair): FieldChange[] => {
    const shown = pair.after ?? pair.before;
    if (!shown || (pair.before && pair.after && isSame(pair.before, pair.after))) return [];
    const deed = pair.before ? (pair.after ? "" : ", removed") : ", new";
    const label = `Caption for ${sayNetwork(shown.network)} (${shown.language})${deed}`;
    const parts = shorten(diffText(pair.before?.text ?? "", pair.after?.text ?? ""));
    const moved = pair.before && pair.after ? sayMoved(pair.before, pair.after, named) : null;
    return [
      ...(moved ? [{ kind: "value", label: "Caption", ...moved } as const] : []),
      ...(pair.before?.text === pair.after?.text
        ? []
        : [{ kind: "text", label, language: shown.language, parts } as const]),
    ];
  });
}

type Named = (ids: readonly string[]) => string;

type Caption = VersionContent["captions"][number];

/** The same words for another network, in another language, for others, or offered more or less often. */
function sayMoved(before: Caption, after: Caption, named: Named): { before: string; after: string } | null {
  const say = ({ network, language, weight, audienceId }: Caption) =>
    `for ${sayNetwork(network)} (${language}), ${named(idsOf(audienceId)) || "everyone"}, weight ${weight}`;
  return say(before) === say(after) ? null : { before: say(before), after: say(after) };
}

const sayNetwork = (network: Caption["network"]): string =>
  network ? networks[network].name : "any network";

function sayAudience({ audience, audienceId, teamIds }: VersionContent, named: Named): string {
  if (audience === "everyone") return "everyone";
  return audience === "teams" ? named(teamIds) : named(idsOf(audienceId));
}

const idsOf = (id: string | null): string[] => (id ? [id] : []);

const sayTime = (local: string | null, otherwise: string): string => local?.replace("T", " ") ?? otherwise;
