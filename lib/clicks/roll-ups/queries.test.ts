import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { clickBatches } from "#db/schema/clicks.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { newClick, recordClicks } from "#lib/clicks/mutations.ts";
import { makeActor, makeClick, makeLiveStory, makeOrganization, makeShare } from "#lib/test/factories.ts";
import { sumClicks } from "../queries.ts";
import { rollUpClicks } from "./mutations.ts";
import { hitsOn, originsOn } from "./queries.ts";

async function makeLink() {
  const member = await makeActor((await makeOrganization()).id);
  return { member, ...(await makeShare(member, await makeLiveStory(member))) };
}

const explained = z.object({ rows: z.array(z.object({ "QUERY PLAN": z.string() })) });

/** The lines of the plan about that partition, without what was never executed. */
async function scansOf(partition: string, query: ReturnType<typeof hitsOn | typeof originsOn>) {
  const { rows } = explained.parse(
    await db.execute(sql`explain (analyze, costs off, timing off) ${db.select().from(query).getSQL()}`),
  );
  return rows
    .map((row) => row["QUERY PLAN"])
    .filter((line) => line.includes(` on ${partition}`) && !line.includes("never executed"));
}

test("whoever reads what waits leaves the partitions before it alone", async () => {
  const link = await makeLink();
  await makeClick(link, { clickedAt: new Date("1980-01-31T23:59Z") });
  await rollUpClicks(systemActor(link.organizationId, "roll-up"));
  await makeClick(link, { clickedAt: new Date("1980-02-01T00:00Z") });
  for (const query of [hitsOn(link.member, [link.linkId]), originsOn(link.member, [link.linkId])]) {
    expect(await scansOf("clicks_1980_01", query)).toEqual([]);
    expect(await scansOf("clicks_1980_02", query)).not.toEqual([]);
  }
  expect((await sumClicks(link.member, [link.linkId])).counted).toBe(2);
});

test("a group commit says its earliest hour for each organization, and is read and rolled up whole", async () => {
  const [one, other] = [await makeLink(), await makeLink()];
  const hit = ({ organizationId, linkId }: typeof one, clickedAt: string) =>
    newClick({
      organizationId,
      linkId,
      clickedAt: new Date(clickedAt),
      kind: "human",
      visitor: one.id,
      referrerHost: null,
    });
  await recordClicks([
    hit(one, "1980-04-01T00:10Z"),
    hit(one, "1980-03-31T23:59:59.999Z"),
    hit(other, "1980-04-01T00:20Z"),
  ]);
  const hoursOf = async ({ organizationId }: typeof one) =>
    (await db.select().from(clickBatches).where(eq(clickBatches.organizationId, organizationId))).map(
      ({ hour }) => hour.toISOString(),
    );
  expect(await hoursOf(one)).toEqual(["1980-03-31T23:00:00.000Z"]);
  expect(await hoursOf(other)).toEqual(["1980-04-01T00:00:00.000Z"]);
  expect((await sumClicks(one.member, [one.linkId])).counted).toBe(2);
  await rollUpClicks(systemActor(one.organizationId, "roll-up"));
  expect((await sumClicks(one.member, [one.linkId])).counted).toBe(2);
});
