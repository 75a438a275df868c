import type { NetworkId } from "#lib/networks/network.ts";
import { networkIds } from "#lib/networks/networks.ts";

/** What a column may be called: its name first, then what others call it. */
const names = {
  kind: ["kind", "type"],
  title: ["title", "headline"],
  summary: ["summary", "description"],
  body: ["body", "text"],
  url: ["address", "url", "link"],
  siteName: ["site", "site_name", "source"],
  language: ["language", "lang"],
  audience: ["audience"],
  teams: ["teams", "team"],
  topics: ["topics", "topic"],
  campaign: ["campaign"],
  publishAt: ["publish_at", "goes_live", "publish"],
  expiresAt: ["expires_at", "expires", "expiry"],
} as const;

export type PlainColumn = keyof typeof names;
export type CaptionColumn = { caption: true; network: NetworkId | null; language: string | null };
export type Column = { heading: string; index: number; is: PlainColumn | CaptionColumn | null };

export const knownColumns = [
  ...Object.values(names).map(([name]) => name),
  "caption",
  "caption_linkedin",
  "caption_x",
  "caption_de",
];

export const columnName = (column: PlainColumn): string => names[column][0];

export function readHeading(heading: readonly string[]): Column[] {
  return heading.map((text, index) => ({ heading: text, index, is: meaningOf(text) }));
}

function meaningOf(heading: string): Column["is"] {
  const name = heading
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  for (const [column, aliases] of Object.entries(names))
    if ((aliases as readonly string[]).includes(name)) return column as PlainColumn;
  return captionColumn(name);
}

/** `caption`, `caption_2`, `caption_linkedin`, `caption_x_2`, `caption_de`, `caption_linkedin_pt`. */
function captionColumn(name: string): CaptionColumn | null {
  const [first, ...rest] = name.split("_");
  if (first !== "caption" && first !== "captions") return null;
  let network: NetworkId | null = null;
  let language: string | null = null;
  for (const part of rest) {
    const named = networkIds.find((id) => id === part);
    if (named) network = named;
    else if (/^[a-z]{2}$/.test(part)) language = part;
    else if (!/^\d+$/.test(part)) return null;
  }
  return { caption: true, network, language };
}
