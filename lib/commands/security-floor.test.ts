import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

/** The lowest version of each package that has no known hole that matters to us, and the advisory that set it. */
const floors = {
  next: ["16.4.6", "GHSA-2xp9-vwfh-vxw4 and those before it"],
  react: ["19.3.1", "CVE-2025-55182 (React2Shell) and those after it"],
  "react-dom": ["19.3.1", "CVE-2025-55182 (React2Shell) and those after it"],
  "next-auth": ["4.24.15", "GHSA-7rqj-j65f-68wh, GHSA-xmf8-cvqr-rfgj, GHSA-x445-f3h2-j279"],
  "@auth/core": ["0.41.3", "GHSA-7rqj-j65f-68wh"],
  "drizzle-orm": ["0.45.2", "CVE-2026-39356"],
  nodemailer: ["9.1.1", "GHSA-c7w3-x93f-qmm8, GHSA-vvjj-xcjg-gr5g and those after them"],
  sharp: ["0.35.5", "GHSA-g89c-p67h-r497 (libheif)"],
} as const;

const lock = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(JSON.parse(readFileSync("package-lock.json", "utf8")));

test.each(Object.entries(floors))("no copy of %s is older than its floor", (name, [floor, advisory]) => {
  const copies = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  expect(copies, `${name} is in package-lock.json`).not.toEqual([]);
  const tooOld = copies.filter(([, { version = "0" }]) => isOlder(version, floor));
  expect(tooOld, `${advisory} needs ${name} ${floor}`).toEqual([]);
});

test.each([
  { version: "9.1.0", floor: "9.1.1", older: true },
  { version: "10.0.0", floor: "9.1.1", older: false },
  { version: "9.1.1", floor: "9.1.1", older: false },
  { version: "9.1.1-beta.2", floor: "9.1.1", older: true },
])("$version older than $floor: $older", ({ version, floor, older }) => {
  expect(isOlder(version, floor)).toBe(older);
});

function isOlder(version: string, floor: string): boolean {
  const [release = "", prerelease] = version.split("-", 2);
  const [ours, least] = [release, floor].map((text) => text.split(".").map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (ours?.[index] ?? 0) - (least?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return prerelease !== undefined;
}
