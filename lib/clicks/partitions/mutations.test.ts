import { and, eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { clickHours, clicks } from "#db/schema/clicks.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { newClick, recordClicks } from "#lib/clicks/mutations.ts";
import { sumClicks } from "#lib/clicks/queries.ts";
import { rollUpClicks } from "#lib/clicks/roll-ups/mutations.ts";
import { storeClicks } from "#lib/clicks/store-clicks.ts";
import { checkClicks } from "#lib/clicks/verify/queries.ts";
import { clock } from "#lib/clock.ts";
import { log } from "#lib/log.ts";
import { scoreClicks } from "#lib/scores/mutations.ts";
import { makeActor, makeClick, makeLiveStory, makeOrganization, makeShare } from "#lib/test/factories.ts";
import { dropOldClickPartitions, ensureClickPartitions } from "./mutations.ts";
import { listClickPartitions } from "./queries.ts";

afterEach(() => vi.restoreAllMocks());

// Each test has years of its own, long before those of other tests.
const itIs = (moment: string) => vi.spyOn(clock, "now").mockReturnValue(new Date(moment));

async function makeLink() {
  const member = await makeActor((await makeOrganization()).id);
  return { member, ...(await makeShare(member, await makeLiveStory(member))) };
}

const hitOn = ({ organizationId, linkId }: { organizationId: string; linkId: string }, clickedAt: string) =>
  newClick({
    organizationId,
    linkId,
    clickedAt: new Date(clickedAt),
    kind: "human",
    visitor: "00000000-0000-0000-0000-000000000001",
    referrerHost: null,
  });

const partitionsOf = async (year: number) =>
  (await listClickPartitions()).filter((month) => month.startsWith(`${year}`));

const rollUp = ({ organizationId }: { organizationId: string }) =>
  rollUpClicks(systemActor(organizationId, "test"));
const score = ({ organizationId }: { organizationId: string }) =>
  scoreClicks(systemActor(organizationId, "test"));

test("this month and the two to come have partitions, however many processes make them at once", async () => {
  itIs("1990-11-30T23:00Z");
  await Promise.all([ensureClickPartitions(), ensureClickPartitions(), ensureClickPartitions()]);
  await ensureClickPartitions();
  expect([...(await partitionsOf(1990)), ...(await partitionsOf(1991))]).toEqual([
    "1990-11-01",
    "1990-12-01",
    "1991-01-01",
  ]);
});

test("a partition that was made later refuses what the others refuse", async () => {
  const link = await makeLink();
  itIs("1991-05-01T00:00Z");
  await ensureClickPartitions();
  const first = await makeClick(link, { clickedAt: clock.now() });
  const { visitor, clickedAt } = first;
  const refusals = [
    { values: { visitor, clickedAt }, constraint: /link_id_hour_visitor/ },
    { values: { id: first.id, clickedAt }, constraint: /pkey/ },
    { values: { country: "nl", clickedAt }, constraint: /clicks_country/ },
    { values: { kind: "bot" as const, clickedAt }, constraint: /clicks_counted/ },
    { values: { exclusion: "own" as const, clickedAt }, constraint: /clicks_counted/ },
    { values: { hour: new Date("1991-05-01T01:00Z"), clickedAt }, constraint: /clicks_hour/ },
  ];
  for (const { values, constraint } of refusals)
    await expect(makeClick(link, values)).rejects.toMatchObject({
      cause: { constraint: expect.stringMatching(constraint) },
    });
});

test("hits of a month that nobody foresaw make its partition", async () => {
  const link = await makeLink();
  await recordClicks([hitOn(link, "1992-02-29T23:59Z"), hitOn(link, "1992-03-01T00:00Z")]);
  expect((await sumClicks(link.member, [link.linkId])).counted).toBe(2);
  expect(await partitionsOf(1992)).toEqual(["1992-02-01", "1992-03-01"]);
  await expect(recordClicks([{ ...hitOn(link, "1992-04-01T00:00Z"), country: "nl" }])).rejects.toThrow(
    "clicks_country",
  );
});

test("months that are wholly older than what is kept are dropped, and their sums stay", async () => {
  const link = await makeLink();
  for (const clickedAt of ["1993-09-30T23:59Z", "1993-10-01T00:00Z", "1993-11-01T00:00Z"])
    await makeClick(link, { clickedAt: new Date(clickedAt) });
  await score(link);
  await rollUp(link);
  itIs("1993-11-30T23:59Z");
  expect(await dropOldClickPartitions(0)).toEqual([]);
  const dropped = await Promise.all([dropOldClickPartitions(1), dropOldClickPartitions(1)]);
  expect(dropped.flat().filter((month) => month >= "1993")).toEqual(["1993-09-01"]);
  expect(await partitionsOf(1993)).toEqual(["1993-10-01", "1993-11-01"]);
  expect(await db.select().from(clicks).where(eq(clicks.linkId, link.linkId))).toHaveLength(2);
  expect((await sumClicks(link.member, [link.linkId])).counted).toBe(3);
  expect(await dropOldClickPartitions(1)).toEqual([]);
});

test("a month is kept while a click of it waits to be scored or rolled up", async () => {
  const link = await makeLink();
  await makeClick(link, { clickedAt: new Date("1994-01-01T00:00Z") });
  itIs("1994-06-01T00:00Z");
  expect(await dropOldClickPartitions(1)).not.toContain("1994-01-01");
  await score(link);
  expect(await dropOldClickPartitions(1)).not.toContain("1994-01-01");
  await rollUp(link);
  await makeClick(link, { clickedAt: new Date("1994-01-01T05:00Z") });
  await rollUp(link);
  expect(await dropOldClickPartitions(1)).not.toContain("1994-01-01");
  await score(link);
  expect(await dropOldClickPartitions(1)).toContain("1994-01-01");
  expect((await sumClicks(link.member, [link.linkId])).counted).toBe(2);
});

test("a month is kept while its roll-up is not what its clicks add up to", async () => {
  const link = await makeLink();
  await makeClick(link, { clickedAt: new Date("1995-01-01T00:00Z") });
  await score(link);
  await rollUp(link);
  itIs("1995-06-01T00:00Z");
  const ofLink = and(eq(clickHours.organizationId, link.organizationId), eq(clickHours.linkId, link.linkId));
  await db.update(clickHours).set({ counted: 2 }).where(ofLink);
  expect(await dropOldClickPartitions(1)).not.toContain("1995-01-01");
  await db.update(clickHours).set({ counted: 1 }).where(ofLink);
  expect(await dropOldClickPartitions(1)).toContain("1995-01-01");
});

test("a month that was dropped stays away: its late clicks are refused and logged whole, the others are stored", async () => {
  const link = await makeLink();
  const stored = await makeClick(link, { clickedAt: new Date("1995-12-05T00:00Z") });
  await score(link);
  await rollUp(link);
  itIs("1996-02-01T00:00Z");
  expect(await dropOldClickPartitions(1)).toContain("1995-12-01");
  const refusal = vi.spyOn(log, "error").mockImplementation(() => {});
  const late = { ...hitOn(link, "1995-12-05T00:00Z"), id: stored.id, visitor: stored.visitor };
  await storeClicks([late, hitOn(link, "1996-01-05T00:00Z"), hitOn(link, "1995-12-06T00:00Z")]);
  expect(refusal).toHaveBeenCalledTimes(2);
  expect(refusal).toHaveBeenCalledWith(expect.objectContaining({ click: late }), expect.any(String));
  expect(await partitionsOf(1995)).not.toContain("1995-12-01");
  expect((await sumClicks(link.member, [link.linkId])).counted).toBe(2);
  const { months, differences } = await checkClicks();
  expect(months).not.toContain("1995-12-01");
  expect(differences.filter(({ linkId }) => linkId === link.linkId)).toEqual([]);
});
