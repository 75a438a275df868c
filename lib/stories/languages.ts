const common = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "nl",
  "pt",
  "pl",
  "sv",
  "da",
  "nb",
  "fi",
  "cs",
  "tr",
  "ja",
  "zh",
  "ar",
];

const names = new Intl.DisplayNames("en", { type: "language" });

/** The languages to choose from, with the one that is chosen even when it is a rare one. */
export function listLanguages(chosen: string): { tag: string; name: string }[] {
  const tags = common.includes(chosen) ? common : [chosen, ...common];
  return tags.map((tag) => ({ tag, name: names.of(tag) ?? tag }));
}
