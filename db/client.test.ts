import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockFolder } from "#db/folder-lock.ts";

const otherProcess = (folder: string, after = "") =>
  spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `import { lockFolder } from "#db/folder-lock.ts"; lockFolder(${JSON.stringify(folder)}); ${after}`,
    ],
    { encoding: "utf8" },
  );

test("a second process that opens the folder is refused and told who holds it", () => {
  const folder = join(mkdtempSync(join(tmpdir(), "herald-lock-")), "pglite");
  const release = lockFolder(folder);
  const second = otherProcess(folder);
  expect(second.status).toBe(1);
  expect(second.stderr).toContain(`is in use by process ${process.pid}`);
  release();
});

test("a holder that was killed leaves nothing behind", () => {
  const folder = join(mkdtempSync(join(tmpdir(), "herald-lock-")), "pglite");
  expect(otherProcess(folder, 'process.kill(process.pid, "SIGKILL")').signal).toBe("SIGKILL");
  lockFolder(folder)();
});
