import { expect, test } from "vitest";
import { systemActor } from "#lib/auth/actor.ts";
import {
  makeActor,
  makeClick,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import { listClickDays, listClickHours, listClickOrigins, sumClicks, sumClicksByLink } from "./queries.ts";
import { rollUpClicks } from "./roll-ups/mutations.ts";

const at = (moment: string) => ({ clickedAt: new Date(moment) });
const hits = (of: Partial<Awaited<ReturnType<typeof sumClicks>>>) => ({
  counted: 0,
  repeated: 0,
  own: 0,
  limited: 0,
  bots: 0,
  prefetches: 0,
  ...of,
});

async function makeShares() {
  const member = await makeActor((await makeOrganization()).id);
  const story = await makeLiveStory(member);
  return { member, one: await makeShare(member, story), two: await makeShare(member, story) };
}

const rollUp = (organizationId: string) => rollUpClicks(systemActor(organizationId, "roll-up"));

test("every hit is in exactly one of six kinds, rolled up or not", async () => {
  const { member, one, two } = await makeShares();
  const kinds = [
    {},
    {},
    { counted: false },
    { counted: false, exclusion: "own" },
    { counted: false, exclusion: "limited" },
    { counted: false, kind: "bot" },
    { counted: false, kind: "prefetch" },
    // A machine is a machine, whatever else speaks against it.
    { counted: false, kind: "bot", exclusion: "limited" },
  ] as const;
  for (const kind of kinds) await makeClick(one, kind);
  const expected = hits({ counted: 2, repeated: 1, own: 1, limited: 1, bots: 2, prefetches: 1 });

  expect(await sumClicks(member, [one.linkId])).toEqual(expected);
  await rollUp(member.organizationId);
  expect(await sumClicks(member, [one.linkId])).toEqual(expected);
  await makeClick(one);
  await makeClick(two);
  expect(await sumClicksByLink(member, [one.linkId, two.linkId])).toEqual(
    new Map([
      [one.linkId, { ...expected, counted: 3 }],
      [two.linkId, hits({ counted: 1 })],
    ]),
  );
});

test("days are the organization's, with those on which nobody came, and hours are UTC's", async () => {
  const { member, one } = await makeShares();
  await makeClick(one, at("2026-03-28T10:59Z")); // 23:59 on the 28th in Auckland
  await rollUp(member.organizationId);
  await makeClick(one, at("2026-03-28T11:00Z")); // midnight of the 29th
  await makeClick(one, at("2026-03-28T11:30Z"));
  await makeClick(one, { ...at("2026-03-31T00:00Z"), kind: "bot", counted: false });
  const range = { from: "2026-03-28", to: "2026-03-31", timeZone: "Pacific/Auckland" };
  expect(await listClickDays(member, [one.linkId], range)).toEqual([
    { day: "2026-03-28", ...hits({ counted: 1 }) },
    { day: "2026-03-29", ...hits({ counted: 2 }) },
    { day: "2026-03-30", ...hits({}) },
    { day: "2026-03-31", ...hits({ bots: 1 }) },
  ]);
  const outside = { ...range, from: "2026-03-29", to: "2026-03-29" };
  expect(await listClickDays(member, [one.linkId], outside)).toEqual([
    { day: "2026-03-29", ...hits({ counted: 2 }) },
  ]);
  const before = { to: new Date("2026-03-30T00:00Z") };
  expect(await listClickHours(member, [one.linkId], before)).toEqual([
    { hour: new Date("2026-03-28T10:00Z"), ...hits({ counted: 1 }) },
    { hour: new Date("2026-03-28T11:00Z"), ...hits({ counted: 2 }) },
  ]);
});

test("where clocks are not whole hours off, an hour is of the day in which it begins", async () => {
  const { member, one } = await makeShares();
  // Midnight in Kathmandu is 18:15 in UTC.
  for (const minute of ["18:14", "18:15", "18:59", "19:00"])
    await makeClick(one, at(`2026-03-28T${minute}Z`));
  const range = { from: "2026-03-28", to: "2026-03-29", timeZone: "Asia/Kathmandu" };
  const days = await listClickDays(member, [one.linkId], range);
  expect(days.map(({ day, counted }) => [day, counted])).toEqual([
    ["2026-03-28", 3],
    ["2026-03-29", 1],
  ]);
});

test("origins say of each counted click once where it came from, and null where nobody said", async () => {
  const { member, one } = await makeShares();
  await makeClick(one, { referrerHost: "t.co", device: "phone", country: "NL" });
  await makeClick(one, { referrerHost: "t.co", device: "desktop", country: null });
  await makeClick(one, { referrerHost: "bots.test", kind: "bot", counted: false });
  await rollUp(member.organizationId);
  await makeClick(one, { referrerHost: null, device: "phone", country: "NL" });
  await makeClick(one, { referrerHost: "again.test", counted: false });
  expect(await listClickOrigins(member, [one.linkId])).toEqual({
    referrers: [
      { host: "t.co", clicks: 2 },
      { host: null, clicks: 1 },
    ],
    devices: [
      { device: "phone", clicks: 2 },
      { device: "desktop", clicks: 1 },
    ],
    countries: [
      { country: "NL", clicks: 2 },
      { country: null, clicks: 1 },
    ],
  });
});

test("another organization's actor finds no click, whatever links are named", async () => {
  const { member, one } = await makeShares();
  await makeClick(one);
  await rollUp(member.organizationId);
  await makeClick(one);
  const foreigner = await makeForeignActor();
  expect(await sumClicks(foreigner, [one.linkId])).toEqual(hits({}));
  expect(await sumClicksByLink(foreigner, [one.linkId])).toEqual(new Map());
  expect(await listClickHours(foreigner, [one.linkId])).toEqual([]);
  expect(await listClickOrigins(foreigner, [one.linkId])).toEqual({
    referrers: [],
    devices: [],
    countries: [],
  });
});

test("no link has no clicks", async () => {
  const { member } = await makeShares();
  expect(await sumClicks(member, [])).toEqual(hits({}));
});
