import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connection, useConnection } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { openPglite } from "#db/pglite/open-pglite.ts";
import { openPostgres } from "#db/postgres.ts";
import { makeActor, makeClick, makeLiveStory, makeOrganization, makeShare } from "#lib/test/factories.ts";

const serverUrl = process.env.TEST_DATABASE_URL;

const run = (name: string, args: string[], env: Record<string, string>) =>
  spawnSync(process.execPath, [`lib/commands/${name}.ts`, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
const command = (name: string, dataDir: string, ...args: string[]) =>
  run(name, args, { DATA_DIR: dataDir, DATABASE_URL: "" });

test("a backup of the embedded database restores into an empty folder, and only there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "herald-backup-"));
  const [old, fresh, file] = ["old", "fresh", "herald.tar.gz"].map((name) => join(folder, name));
  if (!old || !fresh || !file) throw new Error("three names give three paths");
  mkdirSync(old);
  const original = openPglite({ folder: join(old, "pglite") });
  await migrateDatabase(original);
  await original.client.query(
    "insert into organizations (id, slug, name) values (gen_random_uuid(), 'kept', 'Kept')",
  );
  await original.close();

  expect(command("backup", old, file)).toMatchObject({ status: 0, stderr: "" });
  expect(command("backup", old, file).stderr).toContain("exists already");
  expect(command("restore", fresh, file)).toMatchObject({ status: 0, stderr: "" });
  expect(command("restore", fresh, file).stderr).toContain("Move that folder away first");

  const restored = openPglite({ folder: join(fresh, "pglite") });
  const { rows } = await restored.client.query("select name from organizations");
  expect(rows).toEqual([{ name: "Kept" }]);
  await restored.close();
  rmSync(folder, { recursive: true });
}, 240_000);

test.skipIf(!serverUrl)(
  "a backup of a server restores into a new database, clicks and all, without the visitors' salts",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "herald-backup-"));
    const file = join(folder, "herald.dump");
    const server = openPostgres(serverUrl ?? "");
    const [old, fresh] = await Promise.all(
      ["old", "fresh"].map(async (name) => {
        await server.client.query(`create database herald_backup_${name}_${process.pid}`);
        return openPostgres(
          Object.assign(new URL(serverUrl ?? ""), { pathname: `herald_backup_${name}_${process.pid}` }).href,
        );
      }),
    );
    if (!old || !fresh) throw new Error("two names give two databases");
    await migrateDatabase(old);
    await old.client.query("insert into visitor_salts values (current_date, '\\x00')");
    const ofTests = connection();
    useConnection(old);
    const member = await makeActor((await makeOrganization()).id);
    await makeClick(await makeShare(member, await makeLiveStory(member)));
    useConnection(ofTests);
    const urlOf = ({ client }: typeof old) => ({ DATABASE_URL: client.options.connectionString ?? "" });

    expect(run("backup", [file], urlOf(old))).toMatchObject({ status: 0, stderr: "" });
    expect(run("restore", [file], urlOf(fresh))).toMatchObject({ status: 0, stderr: "" });
    expect(run("restore", [file], urlOf(fresh)).stderr).toContain("is not empty");

    const { rows } = await fresh.client.query(`select (select count(*)::int from clicks) as clicks,
      (select count(*)::int from visitor_salts) as salts,
      (select count(*)::int from pg_inherits where inhparent = 'clicks'::regclass) as partitions`);
    expect(rows).toEqual([{ clicks: 1, salts: 0, partitions: 3 }]);
    await Promise.all([old.close(), fresh.close()]);
    for (const name of ["old", "fresh"])
      await server.client.query(`drop database herald_backup_${name}_${process.pid} with (force)`);
    await server.close();
    rmSync(folder, { recursive: true });
  },
  240_000,
);

test("a backup without a file name says what to write", () => {
  expect(command("backup", tmpdir())).toMatchObject({
    status: 1,
    stderr: "Name the file: npm run backup -- FILE\n",
  });
}, 60_000);
