/** LinkedIn takes no longer title; of a summary, networks show a line or two and name no limit. */
const longest = { title: 400, description: 1_000 };

export type LinkCard = { url: string; title: string; description: string };

/** The card of our link, where Herald sends it. */
export const linkCard = (url: string, card: { title: string; description: string }): LinkCard => ({
  url,
  title: oneLine(card.title, longest.title) || new URL(url).host,
  description: oneLine(card.description, longest.description),
});

/** Titles and summaries are plain text, on one line. */
const oneLine = (text: string, limit: number): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, limit)
    .toWellFormed();
