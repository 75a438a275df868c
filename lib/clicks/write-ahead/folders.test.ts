import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { adoptFolders, claimFolder } from "./folders.ts";

async function makeRoot() {
  const root = await mkdtemp(join(tmpdir(), "herald-folders-"));
  onTestFinished(() => rm(root, { recursive: true }));
  return root;
}

async function adoptAll(root: string): Promise<string[]> {
  const adopted: string[] = [];
  for await (const folder of adoptFolders(root)) {
    adopted.push(folder.path);
    await folder.leave();
  }
  return adopted;
}

test("a folder is its owner's until that leaves it, and is gone when it was left empty", async () => {
  const root = await makeRoot();
  const [empty, full] = [await claimFolder(root), await claimFolder(root)];
  await writeFile(join(full.path, "1.jsonl"), "{}\n");
  expect(await adoptAll(root)).toEqual([]);
  await Promise.all([empty.leave(), full.leave()]);
  expect((await readdir(root)).filter((name) => !name.includes("."))).toHaveLength(1);
  expect(await adoptAll(root)).toEqual([full.path]);
  await rm(join(full.path, "1.jsonl"));
  await adoptAll(root);
  expect(await readdir(root)).toEqual([]);
});

test("whoever looks for the dead meanwhile never takes a folder that is being claimed", async () => {
  const root = await makeRoot();
  const claims = Array.from({ length: 100 }, async () => {
    const folder = await claimFolder(root);
    await writeFile(join(folder.path, "1.jsonl"), "{}\n");
    return folder;
  });
  const adopted = await Promise.all(Array.from({ length: 10 }, () => adoptAll(root)));
  expect(adopted.flat()).toEqual([]);
  for (const folder of await Promise.all(claims)) await folder.leave();
});

test("a root that is no folder is said to be so, and holds no dead", async () => {
  await expect(claimFolder("/dev/null/nowhere")).rejects.toThrow();
  expect(await adoptAll("/dev/null/nowhere")).toEqual([]);
});
