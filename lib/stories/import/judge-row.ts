import { createHash } from "node:crypto";
import { comparableAddress } from "#lib/comparable-address.ts";
import { whyTooLong } from "#lib/reviews/readiness.ts";
import { type CreateStoryInput, createStoryInput } from "../schemas.ts";
import { type CaptionColumn, type Column, columnName, type PlainColumn } from "./columns.ts";
import type { TableRow } from "./read-table.ts";
import { readTime } from "./read-time.ts";
import type { Remark } from "./schemas.ts";

/** What rows may name, by the name in lower case, and what every caption has to leave room for. */
export type Library = Record<"topics" | "teams" | "campaigns" | "audiences", Map<string, string>> & {
  requiredDisclosure: string;
};

export type JudgedRow = {
  number: number;
  title: string;
  problems: Remark[];
  /** Null when something in the row does not fit. */
  content: CreateStoryInput | null;
  /** Topics that have to be made before the story. */
  newTopics: string[];
  /** Of all that the row says. */
  hash: string;
  /** Equal for two rows about the same page. */
  address: string | null;
  /** Equal for two text stories of the same words. */
  words: string | null;
};

/** Each name once, as it was written first. */
export function distinct(names: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const name of names) if (!first.has(lowered(name))) first.set(lowered(name), name);
  return [...first.values()];
}

export const lowered = (name: string): string => name.trim().toLowerCase().normalize("NFC");

/** What a row comes to as a story, and each thing in it that does not fit. */
export function judgeRow(
  row: TableRow,
  columns: readonly Column[],
  library: Library,
  { createTopics }: { createTopics: boolean },
): JudgedRow {
  const problems: Remark[] = [];
  const refuse = (column: PlainColumn, sentence: string) =>
    problems.push({ column: columnName(column), sentence });
  const cell = (wanted: PlainColumn): string => {
    const column = columns.find(({ is }) => is === wanted);
    return column ? (row.cells[column.index] ?? "").trim() : "";
  };
  const time = (column: "publishAt" | "expiresAt") => {
    const text = cell(column);
    const read = text && readTime(text);
    if (read === null)
      refuse(column, `“${cut(text)}” is no time that can be read. Write it like 2026-12-01 09:00.`);
    return read || null;
  };
  const named = (column: PlainColumn, what: string, text: string, among: Map<string, string>) => {
    const id = among.get(lowered(text));
    if (!id) refuse(column, `There is no ${what} called “${cut(text)}”.`);
    return id ?? null;
  };

  const topics = listed(cell("topics"), library.topics);
  const newTopics = topics.filter((name) => !library.topics.has(lowered(name)));
  if (!createTopics)
    for (const name of newTopics) refuse("topics", `There is no topic called “${cut(name)}”.`);
  const tooLong = newTopics.find((name) => name.length > 60);
  if (createTopics && tooLong)
    refuse("topics", `“${cut(tooLong)}” is too long for a topic: up to 60 characters.`);

  const teams = listed(cell("teams"), library.teams).map((name) =>
    named("teams", "team", name, library.teams),
  );
  const isForAll = ["", "everyone", "all"].includes(lowered(cell("audience")));
  const audienceId = isForAll ? null : named("audience", "audience", cell("audience"), library.audiences);
  const kind = kindOf(cell("kind"), cell("url"));
  if (kind === "image")
    refuse("kind", "A picture does not fit into a table. Make image stories at the desk.");
  if (kind === null)
    refuse("kind", "A story is a link or a text. Write “link” or “text”, or leave it empty.");
  const isEmpty = !cell("url") && !cell("body") && kind !== "image";
  if (isEmpty) refuse("url", "Give the row an address to link to, or a text of its own.");

  const language = cell("language") || "en";
  const captions = columns.flatMap(({ heading, index, is }) => {
    const text = (row.cells[index] ?? "").trim();
    return isCaption(is) && text ? [{ heading, ...is, text, language: is.language ?? language }] : [];
  });
  const input = {
    kind: kind === "text" ? "text" : "link",
    title: cell("title"),
    summary: cell("summary"),
    body: cell("body"),
    url: cell("url") || null,
    siteName: cell("siteName"),
    language,
    audience: audienceId ? "rule" : teams.length > 0 ? "teams" : "everyone",
    audienceId,
    teamIds: teams.filter((id) => id !== null),
    topicIds: topics.flatMap((name) => library.topics.get(lowered(name)) ?? []),
    campaignId: cell("campaign") ? named("campaign", "campaign", cell("campaign"), library.campaigns) : null,
    publishAt: time("publishAt"),
    expiresAt: time("expiresAt"),
    captions: captions.map(({ network, language: tongue, text }) => ({ network, language: tongue, text })),
  };
  const parsed = createStoryInput.safeParse(input);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const column = columnOf(path, captions);
    if (isEmpty && column === "body") continue;
    if (!problems.some((known) => known.column === column)) problems.push({ column, sentence: message });
  }
  for (const caption of captions) {
    const sentence = whyTooLong(caption, library.requiredDisclosure);
    if (sentence && !problems.some(({ column }) => column === caption.heading))
      problems.push({ column: caption.heading, sentence });
  }
  return {
    number: row.number,
    title: input.title,
    problems,
    content: problems.length === 0 && parsed.success ? parsed.data : null,
    newTopics,
    hash: hashOf(row, columns),
    address: parsed.success && parsed.data.url ? comparableAddress(parsed.data.url) : null,
    words: parsed.success && parsed.data.kind === "text" ? wordsOf(parsed.data) : null,
  };
}

/** A text story's title and a digest of its body, as the database makes it. */
export const wordsOf = ({ title, body }: { title: string; body: string }): string =>
  comparableWords(title, createHash("md5").update(body).digest("hex"));

export const comparableWords = (title: string, bodyDigest: string): string => `${bodyDigest} ${title}`;

const isCaption = (is: Column["is"]): is is CaptionColumn => typeof is === "object" && is !== null;

function kindOf(text: string, url: string): "link" | "text" | "image" | null {
  if (text === "") return url ? "link" : "text";
  return (["link", "text", "image"] as const).find((kind) => kind === lowered(text)) ?? null;
}

/** Names between semicolons, bars or line breaks; between commas too, unless the whole is a name that is known. */
function listed(text: string, known: Map<string, string>): string[] {
  const parts = text
    .split(/[;|\n]/)
    .flatMap((part) => (known.has(lowered(part)) ? [part] : part.split(",")))
    .map((part) => part.trim())
    .filter(Boolean);
  return distinct(parts);
}

function columnOf(path: readonly PropertyKey[], captions: readonly { heading: string }[]): string {
  const [field, index] = path;
  if (field === "captions") return captions[Number(index)]?.heading ?? "caption";
  if (field === "teamIds") return columnName("teams");
  if (field === "topicIds") return columnName("topics");
  if (field === "audienceId") return columnName("audience");
  return isPlain(field) ? columnName(field) : String(field);
}

const plain = ["kind", "title", "summary", "body", "url", "siteName", "language", "publishAt", "expiresAt"];
const isPlain = (field: unknown): field is PlainColumn => plain.includes(field as string);

function hashOf({ cells }: TableRow, columns: readonly Column[]): string {
  const said = columns
    .filter(({ is }) => is !== null)
    .map(({ is, index }) => [is, (cells[index] ?? "").trim()]);
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text);
