import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import { listAudiences } from "#lib/audiences/queries.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { comparableAddress } from "#lib/comparable-address.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canManageTopics } from "#lib/topics/policy.ts";
import { canCurate } from "../policy.ts";
import { getStoryChoices } from "../queries.ts";
import { columnName, knownColumns, readHeading } from "./columns.ts";
import { decodeTable } from "./decode-table.ts";
import { distinct, type JudgedRow, judgeRow, type Library, lowered } from "./judge-row.ts";
import { readTable } from "./read-table.ts";
import type { CheckedRow, CheckImportInput, ImportCheck } from "./schemas.ts";
import { storyIdOf } from "./story-id.ts";

/** A row as the import will take it, and what was said of it. */
export type ReadRow = CheckedRow & Pick<JudgedRow, "content" | "newTopics"> & { storyId: string | null };
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
  const known = await listKnown(db, actor, judged);
  const missing = judged.flatMap(({ newTopics }) => newTopics);
  return {
    rows: nameDuplicates(judged, known, importId),
    remarks: remarksOn(columns),
    missingTopics: distinct(missing).slice(0, 200),
    mayCreateTopics,
  };
}

type Known = { id: string; title: string; addresses: string[] };

function nameDuplicates(
  judged: readonly JudgedRow[],
  known: readonly Known[],
  importId: string | null,
): ReadRow[] {
  const inLibrary = new Map(known.flatMap((story) => story.addresses.map((address) => [address, story])));
  const ids = new Set(known.map(({ id }) => id));
  const first = new Map<string, number>();
  return judged.map(({ number, title, problems, content, newTopics, hash, address }) => {
    const storyId = importId && storyIdOf(importId, hash);
    const row = { number, title, content, newTopics, storyId };
    const earlier = first.get(hash) ?? (address === null ? undefined : first.get(address));
    first.set(hash, first.get(hash) ?? number);
    if (address) first.set(address, first.get(address) ?? number);
    if (problems.length > 0) return { ...row, status: "refused", problems };
    if (earlier !== undefined)
      return {
        ...row,
        status: "duplicate",
        problems: [
          { column: columnName(address ? "url" : "title"), sentence: `Row ${earlier} is about the same.` },
        ],
      };
    const twin = address === null ? undefined : inLibrary.get(address);
    if (storyId && (ids.has(storyId) || twin?.id === storyId)) return { ...row, status: "made", problems };
    if (twin)
      return {
        ...row,
        status: "duplicate",
        problems: [
          {
            column: columnName("url"),
            sentence: `The library has a story with this address: “${twin.title}”.`,
          },
        ],
      };
    return { ...row, status: "ready", problems };
  });
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
  };
}

/** The library's stories on the sites that the rows link to. */
async function listKnown(
  executor: Executor,
  { organizationId }: MemberActor,
  judged: readonly JudgedRow[],
): Promise<Known[]> {
  const hosts = new Set(judged.flatMap(({ address }) => (address ? [address.split("/")[0] ?? ""] : [])));
  if (hosts.size === 0) return [];
  const rows = await executor
    .select({ id: stories.id, title: stories.title, url: stories.url, canonicalUrl: stories.canonicalUrl })
    .from(stories)
    .where(
      and(
        eq(stories.organizationId, organizationId),
        eq(stories.kind, "link"),
        notInArray(stories.state, ["archived", "rejected"]),
        inArray(sql`regexp_replace(lower(split_part(${stories.url}, '/', 3)), '^www\\.', '')`, [...hosts]),
      ),
    );
  return rows.map(({ id, title, url, canonicalUrl }) => ({
    id,
    title,
    addresses: [url, canonicalUrl].flatMap((address) => (address ? [comparableAddress(address)] : [])),
  }));
}
