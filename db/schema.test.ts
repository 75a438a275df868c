import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { expect, test } from "vitest";
import settings from "../drizzle.config.ts";

const kit = (...args: string[]) => execFileSync("drizzle-kit", args, { encoding: "utf8", stdio: "pipe" });

/** What no organization owns, and the directories that say whose a code or a session is. All else is distributed. */
const shared = [
  "accounts",
  "dropped_click_months",
  "link_codes",
  "network_apps",
  "organizations",
  "sessions",
  "users",
  "verification_tokens",
  "visitor_salts",
];

test("schema and migrations say the same", () => {
  const folder = mkdtempSync(join(tmpdir(), "herald-migrations-"));
  cpSync("db/migrations", folder, { recursive: true });
  const config = join(folder, "drizzle.config.json");
  // drizzle-kit takes `out` relative to the working folder, whatever it is given.
  writeFileSync(config, JSON.stringify({ ...settings, out: relative(process.cwd(), folder) }));
  const said = kit("generate", "--config", config);
  rmSync(folder, { recursive: true });
  expect(said, "run: npm run db:generate -- --name <intent>").toContain("No schema changes");
}, 60_000);

// Citus asks the same of a distributed table as Postgres of a partitioned one: every unique key holds the tenant.
test("every tenant table can be partitioned by its organization", async () => {
  const { sql, tables } = partitioned(kit("export", "--sql"));
  expect(tables).toContain("stories");
  const database = new PGlite();
  await database.exec(sql);
  await database.close();
}, 60_000);

test("a table whose key lacks the organization cannot be partitioned, and is found", async () => {
  const { sql } = partitioned('CREATE TABLE "x" (\n\t"organization_id" uuid,\n\t"id" uuid PRIMARY KEY\n);');
  const database = new PGlite();
  await expect(database.exec(sql)).rejects.toThrow("must include all partitioning columns");
  await database.close();
}, 60_000);

/** The schema with every table that is not shared spread over one partition. */
function partitioned(statements: string): { sql: string; tables: string[] } {
  const tables: string[] = [];
  const sql = statements.replace(/CREATE TABLE "(\w+)" \([\s\S]*?\n\);/g, (statement, name) => {
    if (shared.includes(name)) return statement;
    tables.push(name);
    return `${statement.slice(0, -1)} PARTITION BY HASH ("organization_id");
      CREATE TABLE "${name}_0" PARTITION OF "${name}" FOR VALUES WITH (MODULUS 1, REMAINDER 0);`;
  });
  return { sql, tables };
}
