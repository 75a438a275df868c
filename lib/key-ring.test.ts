import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { env, parseEnv } from "#lib/env.ts";
import { canSeal, isSealedByOlderKey, open, seal } from "./key-ring.ts";

const place = { organizationId: "acme", row: "one", column: "access_token" };
const before = { ...env };
afterEach(() => void Object.assign(env, before));

const key = (name: string) => ({ name, key: randomBytes(32) });

test("what is sealed opens again, and no two seals of one text are alike", () => {
  const [one, other] = [seal("a token", place), seal("a token", place)];
  expect(one).toMatch(/^v1\.kept\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
  expect(one).not.toBe(other);
  expect([open(one, place), open(other, place)]).toEqual(["a token", "a token"]);
});

test.each([
  { name: "another organization", elsewhere: { ...place, organizationId: "globex" } },
  { name: "another row", elsewhere: { ...place, row: "two" } },
  { name: "another column", elsewhere: { ...place, column: "refresh_token" } },
])("moved to $name it does not open", ({ elsewhere }) => {
  expect(() => open(seal("a token", place), elsewhere)).toThrow("does not open");
});

test("a text that was changed does not open, nor does one with a cut tag or of another kind", () => {
  const [kind, name, iv, text, tag = ""] = seal("a token", place).split(".");
  for (const changed of [
    [kind, name, iv, randomBytes(7).toString("base64url"), tag],
    [kind, name, iv, text, tag.slice(0, 6)],
    ["v2", name, iv, text, tag],
    ["a token"],
  ])
    expect(() => open(changed.join("."), place)).toThrow(/does not open|not sealed/);
});

test("the first key seals, all of them open, and one that is gone is named", () => {
  const [old, young] = [key("2025"), key("2026")];
  env.ENCRYPTION_KEYS = [old];
  const sealed = seal("a token", place);
  env.ENCRYPTION_KEYS = [young, old];
  expect(open(sealed, place)).toBe("a token");
  expect(isSealedByOlderKey(sealed)).toBe(true);
  expect(isSealedByOlderKey(seal("a token", place))).toBe(false);
  env.ENCRYPTION_KEYS = [young];
  expect(() => open(sealed, place)).toThrow("the key 2025 is not in ENCRYPTION_KEYS");
  env.ENCRYPTION_KEYS = [{ ...young, name: "2025" }];
  expect(() => open(sealed, place)).toThrow("the key 2025 does not open");
});

test("production without keys seals nothing and says what to set", () => {
  Object.assign(env, { NODE_ENV: "production", HERALD_DEMO: false, ENCRYPTION_KEYS: [] });
  expect(canSeal()).toBe(false);
  expect(() => seal("a token", place)).toThrow("set ENCRYPTION_KEYS");
});

const good = randomBytes(32).toString("base64");
test.each([
  { name: "a short key", list: "a:c2hvcnQ=", says: "ENCRYPTION_KEYS: has 5 bytes for the key a" },
  { name: "a key without a name", list: good, says: "ENCRYPTION_KEYS: has no name for key 1" },
  { name: "a bad second one", list: `a:${good},b:!!`, says: "has 0 bytes for the key b" },
  { name: "two of one name", list: `a:${good},a:${good}`, says: "names two keys a" },
])("$name stops the start with a sentence that gives no key away", ({ list, says }) => {
  const start = () => parseEnv({ NODE_ENV: "test", ENCRYPTION_KEYS: list });
  expect(start).toThrow(says);
  expect(start).not.toThrow(good);
});
