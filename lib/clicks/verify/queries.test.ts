import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { clickHours, clickOrigins, clicks } from "#db/schema/clicks.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { rollUpClicks } from "#lib/clicks/roll-ups/mutations.ts";
import { makeActor, makeClick, makeLiveStory, makeOrganization, makeShare } from "#lib/test/factories.ts";
import { checkClicks, waitsTooLong } from "./queries.ts";

const clickedAt = new Date("2026-03-31T23:30Z");

/** A link with two counted clicks and a repeated one that are rolled up, and one of each that wait. */
async function makeClickedLink() {
  const member = await makeActor((await makeOrganization()).id);
  const link = await makeShare(member, await makeLiveStory(member));
  const first = await makeClick(link, { clickedAt, referrerHost: "t.co", device: "phone", country: "NL" });
  const repeated = { clickedAt, visitor: first.visitor, counted: false };
  await makeClick(link, repeated);
  await makeClick(link, { clickedAt: new Date("2026-04-01T00:00Z") });
  await rollUpClicks(systemActor(link.organizationId, "roll-up"));
  await makeClick(link, { clickedAt });
  await makeClick(link, repeated);
  return link;
}

type Link = Awaited<ReturnType<typeof makeClickedLink>>;

const found = async ({ organizationId, linkId }: Link) =>
  (await checkClicks()).differences
    .filter((difference) => difference.organizationId === organizationId && difference.linkId === linkId)
    .map(({ what, stored, expected }) => ({ what, stored, expected }));

const ofLink = (table: typeof clicks | typeof clickHours | typeof clickOrigins, link: Link) =>
  and(eq(table.organizationId, link.organizationId), eq(table.linkId, link.linkId));

test("nothing differs where nobody tampered, whether all is rolled up or some waits", async () => {
  const link = await makeClickedLink();
  expect(await found(link)).toEqual([]);
  await rollUpClicks(systemActor(link.organizationId, "roll-up"));
  expect(await found(link)).toEqual([]);
});

test("a changed hour is found, by month and UTC hour", async () => {
  const link = await makeClickedLink();
  await db
    .update(clickHours)
    .set({ counted: sql`counted + 1`, bots: 7 })
    .where(and(ofLink(clickHours, link), eq(clickHours.hour, new Date("2026-03-31T23:00Z"))));
  expect(await found(link)).toEqual([
    { what: "counted clicks in the hour from 2026-03-31 23:00 UTC", stored: 2, expected: 1 },
    { what: "hits by bots in the hour from 2026-03-31 23:00 UTC", stored: 7, expected: 0 },
  ]);
});

test("a missing hour and an origin that nobody came from are found", async () => {
  const link = await makeClickedLink();
  await db
    .delete(clickHours)
    .where(and(ofLink(clickHours, link), eq(clickHours.hour, new Date("2026-04-01T00:00Z"))));
  await db.insert(clickOrigins).values({
    organizationId: link.organizationId,
    linkId: link.linkId,
    month: "2026-03-01",
    referrerHost: "made.up",
    device: "",
    country: "",
    counted: 3,
  });
  expect(await found(link)).toEqual([
    {
      what: 'counted clicks in 2026-03 from referrer "made.up", device "", country ""',
      stored: 3,
      expected: 0,
    },
    { what: "counted clicks in the hour from 2026-04-01 00:00 UTC", stored: 0, expected: 1 },
  ]);
});

test("a changed origin is found", async () => {
  const link = await makeClickedLink();
  await db
    .update(clickOrigins)
    .set({ counted: 9 })
    .where(and(ofLink(clickOrigins, link), eq(clickOrigins.referrerHost, "t.co")));
  expect(await found(link)).toEqual([
    {
      what: 'counted clicks in 2026-03 from referrer "t.co", device "phone", country "NL"',
      stored: 9,
      expected: 1,
    },
  ]);
});

test("a visitor whose hits are there and of whom none is counted is found", async () => {
  const link = await makeClickedLink();
  const [first] = await db.select().from(clicks).where(ofLink(clicks, link)).orderBy(clicks.id);
  if (!first) throw new Error("the link has clicks");
  await db
    .update(clicks)
    .set({ counted: false })
    .where(and(ofLink(clicks, link), eq(clicks.id, first.id)));
  expect(await found(link)).toContainEqual({
    what: `counted clicks of visitor ${first.visitor} in the hour from 2026-03-31 23:00 UTC`,
    stored: 0,
    expected: 1,
  });
});

test("a roll-up of a month that has no clicks is found", async () => {
  const link = await makeClickedLink();
  const { organizationId, linkId } = link;
  await db
    .insert(clickHours)
    .values({ organizationId, linkId, hour: new Date("1979-05-01T10:00Z"), counted: 4 });
  expect(await found(link)).toEqual([
    { what: "counted clicks in the hour from 1979-05-01 10:00 UTC", stored: 4, expected: 0 },
  ]);
  await db.delete(clickHours).where(and(ofLink(clickHours, link), eq(clickHours.counted, 4)));
});

test("what waits is said, with the moment since when, and an hour is too long", async () => {
  const before = Date.now();
  const link = await makeClickedLink();
  const waits = async () => (await checkClicks()).waiting;
  const { batches, clicks: some, since } = await waits();
  expect(batches).toBeGreaterThanOrEqual(2);
  expect(some).toBeGreaterThanOrEqual(2);
  await makeClick(link);
  expect(await waits()).toEqual({ batches: batches + 1, clicks: some + 1, since });
  expect(since?.getTime()).toBeLessThanOrEqual(Date.now());
  expect(since?.getTime()).toBeGreaterThan(before - 600_000);
});

test.each([
  { since: null, tooLong: false },
  { since: new Date("2026-03-01T11:00Z"), tooLong: false },
  { since: new Date("2026-03-01T10:59:59Z"), tooLong: true },
])("waiting since $since until noon is too long: $tooLong", ({ since, tooLong }) =>
  expect(waitsTooLong({ batches: 1, clicks: 1, since }, new Date("2026-03-01T12:00Z"))).toBe(tooLong),
);
