import { and, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import { listAudiences } from "#lib/audiences/queries.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { comparableAddress } from "#lib/comparable-address.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canManageTopics } from "#lib/topics/policy.ts";
import { canCurate } from "../policy.ts";
import { getStoryChoices } from "../queries.ts";
import { knownColumns, readHeading } from "./columns.ts";
import { decodeTable } from "./decode-table.ts";
import { comparableWords, distinct, type JudgedRow, judgeRow, type Library, lowered } from "./judge-row.ts";
import { type KnownStory, nameDuplicates, type ReadRow } from "./name-duplicates.ts";
import { readTable } from "./read-table.ts";
import type { CheckImportInput, ImportCheck } from "./schemas.ts";

type ReadFile = Omit<ImportCheck, "rows"> & { rows: ReadRow[] };

/** What an import of the file would do, row by row. Writes nothing. */
export async function checkImport(actor: MemberActor, input: CheckImportInput): Promise<ImportCheck> {
  const { rows, ...check } = await readImport(actor, input, null);
  const shown = rows.map(({ number, title, status, problems }) => ({ number, title, status, problems }));
  return { ...check, rows: shown };
}

/** Reads the file and judges each row against the library as it is now: the dry run and the import go by the same. */
export async function readImport(
  actor: MemberActor,
  { file, createTopics }: CheckImportInput,
  importId: string | null,
): Promise<ReadFile> {
  assertCan(canCurate(actor), "Only curators and admins import stories.");
  const table = readTable(decodeTable(Buffer.from(await file.arrayBuffer())));
  const columns = readHeading(table.heading);
  if (!columns.some(({ is }) => is === "title"))
    throw new DomainError(
      "invalid",
      `The first row has no column called “title”. The columns are: ${knownColumns.join(", ")}.`,
    );
  const mayCreateTopics = canManageTopics(actor);
  const library = await readLibrary(actor);
  const judged = table.rows.map((row) =>
    judgeRow(row, columns, library, { createTopics: createTopics && mayCreateTopics }),
  );
  const known = await listKnown(actor, judged);
  const missing = judged.flatMap(({ newTopics }) => newTopics);
  return {
    rows: nameDuplicates(judged, known, importId),
    remarks: remarksOn(columns),
    missingTopics: distinct(missing).slice(0, 200),
    mayCreateTopics,
  };
}

function remarksOn(columns: ReturnType<typeof readHeading>): string[] {
  const unknown = columns.filter(({ is, heading }) => is === null && heading !== "");
  const twice = columns.filter(
    ({ is }, index) => typeof is === "string" && columns.findIndex((other) => other.is === is) < index,
  );
  return [
    ...unknown.map(
      ({ heading }) => `The column “${heading}” is not one that Herald knows, so it is left out.`,
    ),
    ...twice.map(
      ({ heading }) => `The column “${heading}” says what another one says already, so it is left out.`,
    ),
  ];
}

async function readLibrary(actor: MemberActor): Promise<Library> {
  const [choices, audiences] = await Promise.all([getStoryChoices(actor), listAudiences(actor)]);
  const byName = (named: readonly { id: string; name: string }[]) =>
    new Map(named.map(({ id, name }) => [lowered(name), id]));
  return {
    topics: byName(choices.topics),
    teams: byName(choices.teams),
    campaigns: byName(choices.campaigns),
    audiences: byName(audiences),
    requiredDisclosure: choices.requiredDisclosure,
  };
}

/** The library's stories on the sites that the rows link to, and its texts that are called as the rows are. */
async function listKnown(actor: MemberActor, judged: readonly JudgedRow[]): Promise<KnownStory[]> {
  const isInLibrary = and(
    eq(stories.organizationId, actor.organizationId),
    notInArray(stories.state, ["archived", "rejected"]),
  );
  const [pages, texts] = await Promise.all([
    listKnownPages(isInLibrary, judged),
    listKnownTexts(isInLibrary, judged),
  ]);
  return [...pages, ...texts];
}

async function listKnownPages(
  isInLibrary: SQL | undefined,
  judged: readonly JudgedRow[],
): Promise<KnownStory[]> {
  const hosts = new Set(judged.flatMap(({ address }) => (address ? [address.split("/")[0] ?? ""] : [])));
  if (hosts.size === 0) return [];
  const rows = await db
    .select({ id: stories.id, title: stories.title, url: stories.url, canonicalUrl: stories.canonicalUrl })
    .from(stories)
    .where(
      and(
        isInLibrary,
        eq(stories.kind, "link"),
        inArray(sql`regexp_replace(lower(split_part(${stories.url}, '/', 3)), '^www\\.', '')`, [...hosts]),
      ),
    );
  return rows.map(({ id, title, url, canonicalUrl }) => ({
    id,
    title,
    about: [url, canonicalUrl].flatMap((address) => (address ? [comparableAddress(address)] : [])),
  }));
}

async function listKnownTexts(
  isInLibrary: SQL | undefined,
  judged: readonly JudgedRow[],
): Promise<KnownStory[]> {
  const titles = new Set(judged.flatMap(({ words, title }) => (words ? [title] : [])));
  if (titles.size === 0) return [];
  const rows = await db
    .select({ id: stories.id, title: stories.title, digest: sql<string>`md5(${stories.body})` })
    .from(stories)
    .where(and(isInLibrary, eq(stories.kind, "text"), inArray(stories.title, [...titles])));
  return rows.map(({ id, title, digest }) => ({ id, title, about: [comparableWords(title, digest)] }));
}
