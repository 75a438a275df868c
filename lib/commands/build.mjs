import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, step } from "./steps.mjs";

const stamp = ".next/sources.sha256";
const sources = ["app", "components", "lib", "db", "public"];
const settings = [
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

/** Builds the pages, unless the build that is there was made from the same files. */
export async function build() {
  const current = hashSources();
  if (existsSync(stamp) && existsSync(".next/BUILD_ID") && readFileSync(stamp, "utf8") === current) return;
  await step("Building the pages", () =>
    must("The pages could not be built.", "next", ["build"], { env: { NODE_ENV: "production" } }),
  );
  writeFileSync(stamp, current);
}

function hashSources() {
  const hash = createHash("sha256");
  for (const path of [...sources.flatMap(listFiles), ...settings])
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
