import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { findViolations } from "./find-violations.ts";

/** A tree that keeps every rule; each case plants one file that breaks one. */
const sound = {
  "package.json":
    '{ "type": "module", "imports": { "#*": "./*" }, "devDependencies": { "tester": "1.0.0" } }',
  "node_modules/tester/package.json": '{ "name": "tester", "version": "1.0.0", "main": "main.js" }',
  "node_modules/tester/main.js": "export const tester = 1;",
  "app/page.tsx":
    'import { Board } from "#components/boards/board.tsx";\nimport "#lib/boards/queries.ts";\nBoard;',
  "components/boards/board.tsx": '"use client";\nimport "#lib/boards/actions.ts";\nexport const Board = 1;',
  "components/ui/button.tsx": "export const Button = 1;",
  "lib/boards/actions.ts": '"use server";\nimport "./mutations.ts";',
  "lib/boards/mutations.ts": 'import { db } from "#db/client.ts";\nexport const join = db;',
  "lib/boards/queries.ts": 'import { db } from "#db/client.ts";\nexport type Row = typeof db;',
  "lib/boards/rank.ts": 'import type { Row } from "./queries.ts";\nexport type Ranked = Row;',
  "lib/boards/totals/sums.ts": "export const sums = 1;",
  "lib/commands/seed.ts": 'import "#db/client.ts";',
  "lib/env.ts": "export const env = 1;",
  "lib/test/factories.ts": "export const make = 1;",
  "db/client.ts": 'import { env } from "#lib/env.ts";\nexport const db = env;',
};

type Case = { rule: string; file: string; content: string; also?: Record<string, string> };

test("a tree that keeps the rules has no violations", async () => {
  expect(await violatedRules({})).toEqual([]);
});

test.each<Case>([
  {
    rule: "no-cycles",
    file: "lib/a.ts",
    content: 'import "./b.ts";',
    also: { "lib/b.ts": 'import "./a.ts";' },
  },
  { rule: "components-below-app", file: "components/boards/x.tsx", content: 'import "#app/page.tsx";' },
  { rule: "lib-below-components", file: "lib/boards/x.ts", content: 'import "#components/ui/button.tsx";' },
  { rule: "db-below-lib", file: "db/x.ts", content: 'import "#lib/boards/rank.ts";' },
  { rule: "db-through-queries-and-mutations", file: "lib/boards/x.ts", content: 'import "#db/client.ts";' },
  { rule: "no-db-in-app-or-components", file: "app/x/page.tsx", content: 'import "#db/client.ts";' },
  {
    rule: "ui-knows-no-noun",
    file: "components/ui/x.tsx",
    content: 'import "#components/boards/board.tsx";',
  },
  {
    rule: "components-get-dtos",
    file: "components/boards/x.tsx",
    content: 'import "#lib/boards/queries.ts";',
  },
  { rule: "no-writing-past-actions", file: "app/x/page.tsx", content: 'import "#lib/boards/mutations.ts";' },
  { rule: "own-internals", file: "lib/shares/x.ts", content: 'import "#lib/boards/totals/sums.ts";' },
  { rule: "no-tests-in-the-product", file: "lib/boards/x.ts", content: 'import "#lib/test/factories.ts";' },
  { rule: "no-commands-in-the-product", file: "lib/boards/x.ts", content: 'import "#lib/commands/seed.ts";' },
  { rule: "no-development-packages-in-the-product", file: "lib/boards/x.ts", content: 'import "tester";' },
  { rule: "everything-resolves", file: "lib/boards/x.ts", content: 'import "./gone.ts";' },
  { rule: "no-drawers", file: "lib/boards/utils.ts", content: "export const x = 1;" },
  { rule: "no-barrels", file: "lib/boards/index.ts", content: 'export * from "./rank.ts";' },
  {
    rule: "queries-stay-on-the-server",
    file: "components/boards/x.tsx",
    content: '"use client";\nimport "#lib/boards/route.ts";',
    also: { "lib/boards/route.ts": 'import "./queries.ts";' },
  },
])("$rule is seen when it is broken", async ({ rule, file, content, also = {} }) => {
  expect(await violatedRules({ [file]: content, ...also })).toEqual([rule]);
});

test("a tree in which no module is seen is refused", async () => {
  const folder = mkdtempSync(join(tmpdir(), "herald-empty-"));
  mkdirSync(join(folder, "lib"));
  await expect(findViolations(folder)).rejects.toThrow("saw no module");
});

async function violatedRules(planted: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "herald-boundaries-"));
  for (const [path, content] of Object.entries({ ...sound, ...planted })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { violations } = await findViolations(folder);
  rmSync(folder, { recursive: true });
  return [...new Set(violations.map(({ rule }) => rule))];
}
