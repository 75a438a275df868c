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

/** Empty when no language is named; the tag itself where nobody has a name for it. */
export function sayLanguage(tag: string): string {
  try {
    return tag ? (names.of(tag) ?? tag) : "";
  } catch {
    return tag;
  }
}

/** The languages to choose from, with the one that is chosen even when it is a rare one. */
export function listLanguages(chosen: string): { tag: string; name: string }[] {
  const tags = chosen === "" || common.includes(chosen) ? common : [chosen, ...common];
  return tags.map((tag) => ({ tag, name: sayLanguage(tag) }));
}
