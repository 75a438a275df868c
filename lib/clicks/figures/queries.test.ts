import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId } from "#db/columns.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeClick,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import { rollUpClicks } from "../roll-ups/mutations.ts";
import { getClickFigures } from "./queries.ts";

const since = new Date("2026-11-01T09:00Z");

beforeEach(() => {
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-23T12:00Z"));
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function makeLink() {
  const member = await makeActor((await makeOrganization()).id);
  const share = await makeShare(member, await makeLiveStory(member));
  const read = (actor = member) =>
    getClickFigures(actor, [share.linkId], { since, timeZone: "UTC", reader: "sharer" });
  return { member, share, read };
}

test("hits are told apart, whether they are rolled up or came just now", async () => {
  const { member, share, read } = await makeLink();
  const visitor = newId();
  const clickedAt = new Date("2026-11-02T10:15Z");
  await makeClick(share, { clickedAt, visitor, device: "phone", country: "NL", referrerHost: "lnkd.in" });
  await makeClick(share, { clickedAt, kind: "bot", counted: false });
  await rollUpClicks(systemActor(member.organizationId, "roll-up"));
  await makeClick(share, { clickedAt, visitor, counted: false });
  await makeClick(share, { clickedAt, counted: false, exclusion: "own" });
  await makeClick(share, { clickedAt, counted: false, exclusion: "limited" });
  await makeClick(share, { clickedAt, kind: "prefetch", counted: false });
  await makeClick(share, { clickedAt, device: "desktop", referrerHost: "www.linkedin.com" });

  const before = await read();
  expect(before.counted).toBe(2);
  expect(before.notCounted).toBe(
    "5 more hits were not counted: 2 by bots and previews, 1 repeat within the hour, 1 your own, 1 too many from one place.",
  );
  expect(before.origins).toEqual({
    referrer: [{ name: "LinkedIn", clicks: 2 }],
    device: [
      { name: "Desktop", clicks: 1 },
      { name: "Phone", clicks: 1 },
    ],
    country: [
      { name: "Netherlands", clicks: 1 },
      { name: "Unknown", clicks: 1 },
    ],
  });
  expect(before.overTime.steps.filter(({ clicks }) => clicks > 0)).toMatchObject([
    { name: "Mon 2 Nov", clicks: 2 },
  ]);

  await rollUpClicks(systemActor(member.organizationId, "roll-up"));
  expect(await read()).toEqual(before);
});

test("a link that nobody followed has figures too", async () => {
  const { read } = await makeLink();
  expect(await read()).toMatchObject({
    counted: 0,
    notCounted: "",
    origins: { referrer: [], device: [], country: [] },
  });
});

test("another organization reads nothing of a link, even by its id", async () => {
  const { share, read } = await makeLink();
  await makeClick(share);
  const foreigner = await makeForeignActor();
  expect((await read(foreigner)).counted).toBe(0);
});
