import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { connectionRequests, connectionTokens, networkApps } from "#db/schema/connections.ts";
import { env } from "#lib/env.ts";
import { goThroughConsent, makeConnection } from "#lib/test/connect.ts";
import { makeActor, makeOrganization } from "#lib/test/factories.ts";
import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import { withAccess } from "../access/mutations.ts";
import { rotateKeys } from "./mutations.ts";
import { listKeysInUse, sealedColumns } from "./queries.ts";

let simulator: Simulator;

// Keys are rotated for everybody, so what other files left in this worker's database goes first.
beforeAll(async () => {
  simulator = await startSimulator();
  env.NETWORK_SIMULATOR = simulator.origin;
  for (const table of [connectionTokens, connectionRequests, networkApps]) await db.delete(table);
});
afterAll(async () => {
  env.NETWORK_SIMULATOR = undefined;
  await simulator.close();
});
afterEach(() => {
  env.ENCRYPTION_KEYS = [];
});

const names = z.object({ rows: z.array(z.object({ table: z.string(), column: z.string() })) });

const key = (name: string) => ({ name, key: randomBytes(32) });

test("everything sealed is sealed anew under the first key, and is the same as before", async () => {
  const [old, young] = [key("2025"), key("2026")];
  env.ENCRYPTION_KEYS = [old];
  const actor = await makeActor((await makeOrganization()).id);
  const x = await makeConnection(simulator, actor, "x");
  await makeConnection(simulator, actor, "mastodon");
  await goThroughConsent(simulator, actor, "x", { account: "bob" });
  const token = await withAccess(actor, x, async ({ accessToken }) => accessToken);
  expect(await listKeysInUse()).toEqual(["2025"]);

  env.ENCRYPTION_KEYS = [young];
  await expect(rotateKeys()).rejects.toThrow("ENCRYPTION_KEYS lacks 2025");
  expect(await listKeysInUse()).toEqual(["2025"]);

  env.ENCRYPTION_KEYS = [young, old];
  expect(await rotateKeys()).toEqual([
    { column: "connection_tokens.access_token", count: 2 },
    { column: "connection_tokens.refresh_token", count: 1 },
    { column: "connection_requests.code_verifier", count: 3 },
    { column: "connection_requests.other", count: 1 },
    { column: "network_apps.client_secret", count: 1 },
  ]);
  env.ENCRYPTION_KEYS = [young];
  expect(await listKeysInUse()).toEqual(["2026"]);
  expect(await withAccess(actor, x, async ({ accessToken }) => accessToken)).toBe(token);
  expect((await rotateKeys()).every(({ count }) => count === 0)).toBe(true);
  for (const table of [connectionTokens, connectionRequests, networkApps]) await db.delete(table);
});

test("no column with sealed text is forgotten", async () => {
  const actor = await makeActor((await makeOrganization()).id);
  await makeConnection(simulator, actor, "mastodon");
  await makeConnection(simulator, actor, "x");
  await goThroughConsent(simulator, actor, "x", { account: "bob" });
  const columns = names.parse(
    await db.execute(sql`select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and data_type = 'text' and table_name ~ '^(connection|network)'`),
  );
  const sealed: string[] = [];
  for (const { table, column } of columns.rows) {
    const found = await db.execute(sql`select ${table} as table, ${column} as column
      from ${sql.identifier(table)} where ${sql.identifier(column)} like 'v1.%' limit 1`);
    if (names.parse(found).rows.length > 0) sealed.push(`${table}.${column}`);
  }
  expect(sealed.sort()).toEqual(sealedColumns.map(({ table, name }) => `${table}.${name}`).sort());
});
