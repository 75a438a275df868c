import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import type { Place } from "#lib/key-ring.ts";

/** A column of sealed text, and how a row of it says where it is. */
export type SealedColumn = {
  table: string;
  name: string;
  /** As it is called where it is sealed. */
  column: Place["column"];
  place: { organizationId: SQL; row: SQL };
};

const ofConnection = { organizationId: sql`organization_id::text`, row: sql`connection_id::text` };
const ofRequest = { organizationId: sql`organization_id::text`, row: sql`id::text` };
const ofApp = { organizationId: sql`''`, row: sql`concat(network, ' ', origin, ' ', redirect_uri)` };

/** Every column that holds sealed text. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: "connection_tokens", name: "access_token", column: "accessToken", place: ofConnection },
  { table: "connection_tokens", name: "refresh_token", column: "refreshToken", place: ofConnection },
  { table: "connection_requests", name: "code_verifier", column: "codeVerifier", place: ofRequest },
  { table: "connection_requests", name: "other", column: "other", place: ofRequest },
  { table: "network_apps", name: "client_secret", column: "clientSecret", place: ofApp },
];

const named = z.object({ rows: z.array(z.object({ key: z.string() })) });

/** The names of all keys under which anything is sealed. */
export async function listKeysInUse(): Promise<string[]> {
  const each = sealedColumns.map(
    ({ table, name }) =>
      sql`select ${keyOf(name)} as key from ${sql.identifier(table)} where ${sql.identifier(name)} is not null`,
  );
  const { rows } = named.parse(await db.execute(sql`${sql.join(each, sql` union `)} order by key`));
  return rows.map(({ key }) => key);
}

const sealedRows = z.object({
  rows: z.array(z.object({ organizationId: z.string(), row: z.string(), sealed: z.string() })),
});

/** Some of what is sealed under another key than that one. */
export async function listSealedByOthers(
  { table, name, place }: SealedColumn,
  key: string,
  limit: number,
): Promise<{ organizationId: string; row: string; sealed: string }[]> {
  const found = await db.execute(sql`
    select ${place.organizationId} as "organizationId", ${place.row} as row, ${sql.identifier(name)} as sealed
    from ${sql.identifier(table)} where ${keyOf(name)} <> ${key} limit ${limit}`);
  return sealedRows.parse(found).rows;
}

const keyOf = (name: string): SQL => sql`split_part(${sql.identifier(name)}, '.', 2)`;
