import { sql } from "drizzle-orm";
import pino from "pino";
import { expect, onTestFinished, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { organizations } from "#db/schema/organizations.ts";
import { log } from "#lib/log.ts";
import { errorCode } from "#lib/logged-error.ts";
import { makeOrganization } from "#lib/test/factories.ts";

/** A line of the log that tells of this error. */
function logged(error: unknown) {
  const { level } = log;
  const write = vi.spyOn(Reflect.get(log, pino.symbols.streamSym), "write").mockReturnValue(true);
  onTestFinished(() => {
    log.level = level;
  });
  log.level = "error";
  log.error({ err: error }, "failed");
  const line = String(write.mock.lastCall?.[0]);
  return { line, err: JSON.parse(line).err };
}

const failureOf = (query: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(query).then(
    () => expect.fail("the query was to fail"),
    (error: unknown) => error,
  );

test("a query that failed is logged with what the database says of it, and with none of its values", async () => {
  const { id } = await makeOrganization();
  const secret = `secret\n    at ${newId()}`;
  const failure = await failureOf(db.insert(organizations).values({ id, slug: newId(), name: secret }));
  const { line, err } = logged(new Error("the outer one", { cause: failure }));

  expect(line).not.toContain("secret");
  expect(line).not.toContain(id);
  expect(err).toMatchObject({
    message: "the outer one",
    cause: {
      message: "a query failed",
      query: expect.stringContaining('insert into "organizations"'),
      stack: expect.stringContaining("a query failed\n    at "),
      cause: { code: "23505", message: expect.stringContaining("duplicate key") },
    },
  });
  expect(errorCode(failure)).toBe("23505");
});

test("an error of another kind is logged as it is, with its causes", async () => {
  const cause = Object.assign(new Error("no server"), { code: "ECONNREFUSED", port: 5432 });
  const { err } = logged(new AggregateError([cause], "tried all", { cause }));
  expect(err).toMatchObject({ type: "AggregateError", message: "tried all", cause: { port: 5432 } });
  expect(err.aggregateErrors).toMatchObject([
    { code: "ECONNREFUSED", stack: expect.stringContaining("at ") },
  ]);
  expect(logged("a word").err).toBe("a word");
});

test("a query without values keeps its text", async () => {
  const { err } = logged(await failureOf(db.execute(sql`select * from nowhere`)));
  expect(err).toMatchObject({ query: "select * from nowhere", cause: { code: "42P01" } });
});
