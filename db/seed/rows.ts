import { getTableColumns, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Executor } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { captions } from "#db/schema/captions.ts";
import { clicks } from "#db/schema/clicks.ts";
import { guidelines, guidelineTopics } from "#db/schema/guidelines.ts";
import { images } from "#db/schema/images.ts";
import { linkCodes, links } from "#db/schema/links.ts";
import { members, teamManagers } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { pledgeDependents, pledges } from "#db/schema/pledges.ts";
import { thanks } from "#db/schema/recognition.ts";
import { outsideReviewers, reviewComments, reviews } from "#db/schema/reviews.ts";
import { scoreChains, scoreDays, scoreEntries, scoreFacts } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import { sourceItems, sources } from "#db/schema/sources.ts";
import { stories, storyTeams, storyTopics, storyVersions } from "#db/schema/stories.ts";
import { teams } from "#db/schema/teams.ts";
import { memberTopics, topicApprovers, topics } from "#db/schema/topics.ts";
import { users } from "#db/schema/users.ts";

/** In an order that satisfies the foreign keys. */
export const tables = {
  organizations,
  users,
  teams,
  topics,
  audiences,
  campaigns,
  images,
  members,
  teamManagers,
  topicApprovers,
  guidelines,
  guidelineTopics,
  memberTopics,
  stories,
  storyVersions,
  storyTopics,
  storyTeams,
  sources,
  sourceItems,
  captions,
  reviews,
  outsideReviewers,
  reviewComments,
  shares,
  links,
  linkCodes,
  clicks,
  scoreFacts,
  scoreEntries,
  scoreDays,
  scoreChains,
  pledges,
  pledgeDependents,
  thanks,
  auditEvents,
} satisfies Record<string, PgTable>;

type Tables = typeof tables;
export type Row<Name extends keyof Tables> = Tables[Name]["$inferInsert"];
/** What will be written: rows by table, and the image files that go with them. */
export type Rows = { [Name in keyof Tables]: Row<Name>[] } & { imageFiles: { from: string; to: string }[] };

export function emptyRows(): Rows {
  return {
    ...(Object.fromEntries(Object.keys(tables).map((name) => [name, []])) as unknown as Rows),
    imageFiles: [],
  };
}

const batchSize = 2000;
const largestBatch = 20_000;

export async function writeRows(tx: Executor, rows: Rows): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await insertAll(tx, table, rows[name as keyof Tables]);
}

/** Inserts rows of one shape as JSON, which is several times faster than a parameter for each value. */
async function insertAll(tx: Executor, table: PgTable, rows: Record<string, unknown>[]): Promise<void> {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in (rows[0] ?? {}));
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  for (let start = 0; start < rows.length; start += batchSize) {
    const records = rows
      .slice(start, start + batchSize)
      .map((row) => Object.fromEntries(columns.map(([key, column]) => [column.name, row[key] ?? null])));
    await tx.execute(
      sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(records)}::json)`,
    );
  }
}

/** Inserts rows of one shape as an array for each column: several times faster again. For tables without columns of arrays. */
export async function insertMany(
  tx: Executor,
  table: PgTable,
  rows: Record<string, unknown>[],
  into: SQLWrapper = table,
): Promise<void> {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key in (rows[0] ?? {}));
  const names = columns.map(([, column]) => sql.identifier(column.name));
  for (let start = 0; start < rows.length; start += largestBatch) {
    const batch = rows.slice(start, start + largestBatch);
    const arrays = columns.map(([key, column]) => arrayOf(batch, key, column.getSQLType()));
    await tx.execute(
      sql`insert into ${into} (${sql.join(names, sql`, `)}) select * from unnest(${sql.join(arrays, sql`, `)})`,
    );
  }
}

/** A column's values as Postgres writes an array. */
function arrayOf(rows: Record<string, unknown>[], key: string, type: string): SQL {
  const print = type === "text" || type === "jsonb" ? quote : plain;
  const values = rows.map((row) => row[key] ?? null).map((value) => (value === null ? "NULL" : print(value)));
  return sql`${`{${values.join()}}`}::${sql.raw(type)}[]`;
}

const plain = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

/** As Postgres wants a text within an array. */
const quote = (value: unknown): string => {
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
};
