import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { listLedger } from "#lib/scores/ledger/queries.ts";
import { scoreClicks, scoreConfirmedShare } from "#lib/scores/mutations.ts";
import { getOwnPoints } from "#lib/scores/queries.ts";
import {
  makeActor,
  makeClick,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import { getOwnFigures, listBestStories, listOwnClickWeeks, listOwnShares } from "./queries.ts";

/** A member with a share in own words that had three clicks, and one in a caption's words that had none. */
async function makeRecord() {
  const { id } = await makeOrganization({ timeZone: "Pacific/Auckland" });
  const member = await makeActor(id);
  const [liked, quiet] = [
    await makeLiveStory(member, { title: "Liked" }),
    await makeLiveStory(member, { title: "Quiet" }),
  ];
  const first = await makeShare(member, liked, {
    similarity: 0.2,
    confirmedAt: new Date("2026-03-10T12:00Z"),
  });
  const second = await makeShare(member, quiet, {
    network: "x",
    confirmedAt: new Date("2026-03-12T12:00Z"),
  });
  for (const share of [first, second])
    await db.transaction((tx) => scoreConfirmedShare(tx, member, share.id));
  // The last of them is the 16th in Auckland.
  for (const moment of ["2026-03-10T13:00Z", "2026-03-11T13:00Z", "2026-03-15T11:00Z"])
    await makeClick(first, { clickedAt: new Date(moment) });
  await makeClick(first, { kind: "bot", counted: false });
  await scoreClicks(systemActor(id, "score"));
  return { id, member, first, second };
}

test("own shares come latest first, with their clicks and what they earned", async () => {
  const { member, first, second } = await makeRecord();
  const { shares, hasMore } = await listOwnShares(member, 1);
  expect(hasMore).toBe(false);
  expect(shares).toMatchObject([
    { id: second.id, storyTitle: "Quiet", network: "x", state: "confirmed", clicks: 0, points: 10 },
    { id: first.id, storyTitle: "Liked", clicks: 3, points: 21 },
  ]);
  expect(shares[0]?.sharedAt).toEqual(new Date("2026-03-12T12:00Z"));
});

test("a composer that was opened and closed again is no share, one that was taken to a network is", async () => {
  const { member } = await makeRecord();
  const story = await makeLiveStory(member);
  const open = { state: "intended", confirmedAt: null } as const;
  await makeShare(member, story, open);
  const handedOverAt = new Date("2026-03-20T12:00Z");
  const handedOver = await makeShare(member, story, { ...open, handedOverAt });
  const { shares } = await listOwnShares(member, 1);
  expect(shares).toHaveLength(3);
  expect(shares[0]).toMatchObject({ id: handedOver.id, state: "intended", points: 0 });
});

test("pages of shares end where there are no more", async () => {
  const { member } = await makeRecord();
  const story = await makeLiveStory(member);
  for (let count = 0; count < 9; count += 1) await makeShare(member, story);
  expect(await listOwnShares(member, 1)).toMatchObject({ hasMore: true, shares: { length: 10 } });
  expect(await listOwnShares(member, 2)).toMatchObject({ hasMore: false, shares: { length: 1 } });
});

test("figures count confirmed shares, counted clicks and how many are in own words", async () => {
  const { member } = await makeRecord();
  expect(await getOwnFigures(member)).toEqual({ shares: 2, clicks: 3, ownWordsRate: 0.5 });
  expect(await getOwnPoints(member, "2026-03-20")).toEqual({ month: 31, allTime: 31 });
  expect(await getOwnPoints(member, "2026-06-20")).toEqual({ month: 0, allTime: 31 });
});

test("weeks of clicks end today in the organization's time zone", async () => {
  const { member } = await makeRecord();
  const weeks = await listOwnClickWeeks(member, "2026-03-18", "Pacific/Auckland");
  expect(weeks).toHaveLength(12);
  expect(weeks.slice(-2)).toEqual([
    { endsOn: "2026-03-11", clicks: 1 },
    { endsOn: "2026-03-18", clicks: 2 },
  ]);
});

test("the best stories are those with most clicks", async () => {
  const { member } = await makeRecord();
  expect(await listBestStories(member)).toMatchObject([{ title: "Liked", clicks: 3, shares: 1 }]);
});

test("the ledger says why, and joins clicks of a day in one line", async () => {
  const { member, first } = await makeRecord();
  for (let count = 0; count < 2; count += 1)
    await makeClick(first, { clickedAt: new Date("2026-03-20T12:00Z") });
  await scoreClicks(systemActor(member.organizationId, "score"));
  const { lines } = await listLedger(member, 1);
  expect(lines[0]).toEqual({
    day: "2026-03-21",
    rule: "counted_click",
    reason: "Click on “Liked” on LinkedIn.",
    count: 2,
    points: 4,
  });
  expect(lines.map((line) => line.points)).toEqual([4, 2, 10, 2, 2, 5, 10]);
});

test("nobody sees the record of another, in their organization or elsewhere", async () => {
  const { id } = await makeRecord();
  for (const other of [await makeActor(id, ["employee", "manager", "admin"]), await makeForeignActor()]) {
    expect(await listOwnShares(other, 1)).toEqual({ shares: [], hasMore: false });
    expect(await getOwnFigures(other)).toEqual({ shares: 0, clicks: 0, ownWordsRate: null });
    expect(await listLedger(other, 1)).toEqual({ lines: [], hasMore: false });
    expect(await listBestStories(other)).toEqual([]);
  }
});
