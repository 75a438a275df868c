import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const documents = globSync(["*.md", "docs/**/*.md"]).sort();
const rooms = /^(app|components|lib|db|e2e|bench|docs|\.ci|\.github)\/|^[\w.-]+\.(ts|mjs|md|json)$/;

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

test("there are documents to check", () => {
  expect(documents).toContain("AGENTS.md");
});

test.each(documents)("every path and npm script that %s names exists", (document) => {
  expect(missing(readFileSync(document, "utf8"))).toEqual([]);
});

test("a path or script that is gone is found", () => {
  expect(missing("See `lib/gone.ts` and [here](docs/gone.md); run `npm run gone`, `npm run unit`.")).toEqual([
    "lib/gone.ts",
    "docs/gone.md",
    "npm run gone",
  ]);
});

/** Patterns with placeholders (`lib/<noun>/`, `app/api/…`, `*.ts`) and files named without their folder are not checked. */
function missing(markdown: string): string[] {
  const named = [...markdown.matchAll(/`([^`\s]+)`|\]\(([^)#\s]+)/g)].map(
    ([, code, link]) => code ?? link ?? "",
  );
  const paths = named.filter(
    (path) => rooms.test(path) && path.includes("/") && !/[<>*…{}]|\(\w+\)\/…/.test(path),
  );
  const commands = [...markdown.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script ?? "");
  return [
    ...paths.filter((path) => !existsSync(path)),
    ...commands.filter((script) => !(script in scripts)).map((script) => `npm run ${script}`),
  ];
}
