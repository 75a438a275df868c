import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { connections } from "#db/schema/connections.ts";
import { networkSettings } from "#db/schema/costs.ts";
import { shares } from "#db/schema/shares.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeConnection,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
} from "#lib/test/factories.ts";
import { outcomeOf } from "#lib/test/outcome-of.ts";
import { openShare } from "../mutations.ts";
import { cancelShare, editScheduledShare, moveShare, publishShare, scheduleShare } from "./mutations.ts";
import { findBestSlot, listScheduled } from "./queries.ts";

// A Wednesday.
const now = new Date("2026-11-25T09:00Z");

afterEach(() => {
  vi.restoreAllMocks();
});

async function makeSharer(organization = makeOrganization({ timeZone: "Europe/Amsterdam" })) {
  vi.spyOn(clock, "now").mockReturnValue(now);
  const member = await makeActor((await organization).id);
  await makeConnection(member);
  return member;
}

async function open(member: MemberActor, story?: { id: string }) {
  const { id: storyId } = story ?? (await makeLiveStory(member));
  const { share } = await openShare(member, { storyId, requestId: newId() });
  return { shareId: share.id, network: "linkedin" as const, text: "Have a look at this.", captionId: null };
}

const timeZone = "Europe/Amsterdam";

test("a share that is to be published now is due now, through the member's account", async () => {
  const member = await makeSharer();
  const share = await publishShare(member, await open(member));
  expect(share).toMatchObject({ state: "scheduled", scheduledFor: now.toISOString(), scheduledZone: null });
});

test("asked twice, it is one share that is due once", async () => {
  const member = await makeSharer();
  const words = await open(member);
  const [one, other] = await Promise.all([publishShare(member, words), publishShare(member, words)]);
  expect(one).toEqual(other);
  expect(await publishShare(member, words)).toEqual(one);
});

test.each([
  { name: "a winter morning", at: "2026-11-26T09:30", utc: "2026-11-26T08:30:00.000Z" },
  { name: "a summer morning", at: "2027-06-01T09:30", utc: "2027-06-01T07:30:00.000Z" },
  {
    name: "an hour that is skipped is the one after it",
    at: "2027-03-28T02:30",
    utc: "2027-03-28T01:30:00.000Z",
  },
  { name: "of an hour that comes twice, the first", at: "2027-10-31T02:30", utc: "2027-10-31T00:30:00.000Z" },
])("the time on the member's clocks is kept as a moment and a zone: $name", async ({ at, utc }) => {
  const member = await makeSharer();
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-25T09:00Z"));
  const words = await open(member);
  if (at > "2027-10") vi.spyOn(clock, "now").mockReturnValue(new Date("2027-10-01T09:00Z"));
  const share = await scheduleShare(member, { ...words, at, timeZone });
  expect(share).toMatchObject({ state: "scheduled", scheduledFor: utc, scheduledZone: timeZone });
});

test.each([
  { at: "2026-11-25T09:58", refusal: "That time has passed. Choose one that is still to come." },
  { at: "2028-01-01T09:00", refusal: "That is more than a year away. Choose an earlier day." },
  { at: "2026-12-02T09:00", refusal: "The story ends on 1 December" },
])("no share is scheduled for $at", async ({ at, refusal }) => {
  const member = await makeSharer();
  const story = await makeLiveStory(member, { expiresAt: new Date("2026-12-01T12:00Z") });
  const words = await open(member, story);
  const outcome = await outcomeOf(scheduleShare(member, { ...words, at, timeZone }));
  expect(outcome).toMatch(/^invalid/);
  expect(outcome).toContain(refusal.split(" on ")[0]);
});

test("the text carries the disclosure that is required, and has to fit", async () => {
  const member = await makeSharer(
    makeOrganization({ disclosure: "#AcmeEmployee", requiresDisclosure: true }),
  );
  const words = await open(member);
  expect(await outcomeOf(publishShare(member, { ...words, text: "a".repeat(2990) }))).toBe(
    "invalid: That is 5 too long for LinkedIn. Take a little away.",
  );
  const share = await publishShare(member, words);
  expect(share.text).toBe("Have a look at this.\n\n#AcmeEmployee");
});

test("what the account's own server takes counts, not what most servers take", async () => {
  const member = await makeSharer();
  const limits = { maxCharacters: 60, charactersPerUrl: 23, maxImages: 4, imageBytes: 1_000_000 };
  await makeConnection(member, { network: "mastodon", origin: "https://small.test", limits });
  const words = { ...(await open(member)), network: "mastodon" as const };
  expect(await outcomeOf(publishShare(member, { ...words, text: "a".repeat(40) }))).toMatch(
    /^invalid: That is 4 too long/,
  );
  expect((await publishShare(member, { ...words, text: "a".repeat(36) })).state).toBe("scheduled");
});

test.each([
  {
    status: "expired" as const,
    sentence: "LinkedIn wants your consent once more. Reconnect it, then publish.",
  },
  { status: "disconnected" as const, sentence: "Connect your LinkedIn account first, then publish." },
])("nothing is scheduled through an account that is $status", async ({ status, sentence }) => {
  const member = await makeSharer();
  const words = await open(member);
  await db.update(connections).set({ status }).where(eq(connections.memberId, member.memberId));
  expect(await outcomeOf(publishShare(member, words))).toBe(`conflict: ${sentence}`);
});

test("nothing is published to a network where posts cost money, until an admin allows it", async () => {
  const member = await makeSharer();
  await makeConnection(member, { network: "x" });
  const words = { ...(await open(member)), network: "x" as const };
  expect(await outcomeOf(publishShare(member, words))).toMatch(
    /^unavailable: Your organization posts to X by hand/,
  );
  await db
    .insert(networkSettings)
    .values({ organizationId: member.organizationId, network: "x", publishes: true, measures: false });
  expect((await publishShare(member, words)).state).toBe("scheduled");
});

test("of colleagues who ask for the best slot at once each gets another", async () => {
  const organization = makeOrganization({ timeZone });
  const members = await Promise.all(Array.from({ length: 5 }, () => makeSharer(organization)));
  const story = await makeLiveStory(members[0] as MemberActor);
  const words = await Promise.all(members.map((member) => open(member, story)));
  const scheduled = await Promise.all(
    members.map((member, index) =>
      scheduleShare(member, { ...(words[index] as (typeof words)[number]), at: null, timeZone }),
    ),
  );
  const times = scheduled.map(({ scheduledFor }) => Date.parse(scheduledFor ?? "")).toSorted((a, b) => a - b);
  for (const [index, time] of times.slice(1).entries())
    expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(2 * 3_600_000);
});

test("the best slot that is shown is the one that is taken", async () => {
  const member = await makeSharer();
  const words = await open(member);
  const { storyId } = await publishShare(member, words);
  const shown = await findBestSlot(member, storyId, "linkedin", timeZone);
  expect(shown).toMatchObject({ localTime: "2026-11-25T12:00", when: "today at 12:00" });
  const next = await open(member, { id: storyId });
  const taken = await scheduleShare(member, { ...next, at: null, timeZone });
  expect(taken.scheduledFor).toBe(shown?.at);
});

test("a share that waits is moved, worded anew, listed and taken back", async () => {
  const member = await makeSharer();
  const words = await open(member);
  const { shareId } = words;
  await scheduleShare(member, { ...words, at: "2026-11-26T09:30", timeZone });
  const moved = await moveShare(member, { shareId, at: "2026-11-27T10:00", timeZone });
  expect(moved.scheduledFor).toBe("2026-11-27T09:00:00.000Z");
  expect((await editScheduledShare(member, { shareId, text: "Other words." })).text).toBe("Other words.");
  const week = { from: now, to: new Date("2026-12-02T09:00Z") };
  expect(await listScheduled(member, week)).toMatchObject([
    { id: shareId, text: "Other words.", at: moved.scheduledFor, timeZone, isWaiting: true },
  ]);
  expect((await cancelShare(member, { shareId })).state).toBe("withdrawn");
  expect(await listScheduled(member, week)).toEqual([]);
});

test.each([
  {
    state: "publishing" as const,
    sentence: "It is leaving at this moment, so it cannot be changed any more.",
  },
  { state: "published" as const, sentence: "It has been published already." },
  { state: "unknown" as const, sentence: "It may have been published. Say first what became of it." },
])("what is $state is neither moved nor worded anew nor taken back", async ({ state, sentence }) => {
  const member = await makeSharer();
  const words = await open(member);
  const { shareId } = words;
  await publishShare(member, words);
  await db.update(shares).set({ state }).where(eq(shares.id, shareId));
  for (const act of [
    () => moveShare(member, { shareId, at: null, timeZone }),
    () => editScheduledShare(member, { shareId, text: "Other words." }),
    () => cancelShare(member, { shareId }),
  ])
    expect(await outcomeOf(act())).toBe(`conflict: ${sentence}`);
});

test("another organization's share is not found, and a colleague's is forbidden", async () => {
  const member = await makeSharer();
  const words = await open(member);
  const { shareId } = words;
  await publishShare(member, words);
  const colleague = await makeActor(member.organizationId, ["admin"]);
  for (const [actor, code] of [
    [await makeForeignActor(), "not_found"],
    [colleague, "forbidden"],
  ] as const) {
    for (const act of [
      () => publishShare(actor, words),
      () => moveShare(actor, { shareId, at: null, timeZone }),
      () => editScheduledShare(actor, { shareId, text: "Other words." }),
      () => cancelShare(actor, { shareId }),
    ])
      expect(await outcomeOf(act())).toMatch(code);
    expect(await listScheduled(actor, { from: new Date(0), to: new Date("2100-01-01") })).toEqual([]);
  }
});
