import { readFileSync } from "node:fs";
import { parseEnv as parseFile } from "node:util";
import { expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";

const example = parseFile(readFileSync(".env.example", "utf8"));

test("the example names every variable that Herald reads, at its default", () => {
  const secret = { AUTH_SECRET: "a secret for tests that is long enough" };
  const { PUBLIC_URL, ...fromExample } = parseEnv({ ...example, ...secret });
  const { PUBLIC_URL: byDefault, ...defaults } = parseEnv(secret);
  expect({ PUBLIC_URL, ...fromExample }).toEqual({ PUBLIC_URL: byDefault, ...defaults });
  const read = [...readFileSync("lib/env.ts", "utf8").matchAll(/^ {4}([A-Z][A-Z0-9_]{3,}): /gm)].map(
    ([, name]) => name,
  );
  expect(Object.keys(example).sort()).toEqual(
    [...new Set(read)].filter((name) => name !== "NODE_ENV").sort(),
  );
});
