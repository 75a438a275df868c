import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.ts";
import { openPglite } from "#db/pglite/open-pglite.ts";

const command = (name: string, dataDir: string, ...args: string[]) =>
  spawnSync(process.execPath, [`lib/commands/${name}.ts`, ...args], {
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" },
  });

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

test("a backup without a file name says what to write", () => {
  expect(command("backup", tmpdir())).toMatchObject({
    status: 1,
    stderr: "Name the file: npm run backup -- FILE\n",
  });
}, 60_000);
