import { expect, test } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { connections, connectionTokens } from "#db/schema/connections.ts";
import { engagementSnapshots } from "#db/schema/engagement.ts";
import { thanks as thanksTable } from "#db/schema/recognition.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { scoreClicks, scoreConfirmedShare } from "#lib/scores/mutations.ts";
import {
  makeActor,
  makeClick,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import { writeRecord } from "./queries.ts";

const record = z.looseObject({
  profile: z.looseObject({ name: z.string() }),
  connections: z.array(z.looseObject({})),
  shares: z.array(z.looseObject({ text: z.string() })),
  points: z.array(z.looseObject({ points: z.number() })),
  thanks: z.array(z.looseObject({ note: z.string(), isGiven: z.boolean() })),
  badges: z.array(z.looseObject({})),
  pledges: z.array(z.looseObject({})),
  lookedAtBy: z.array(z.looseObject({})),
});

async function readRecord(actor: MemberActor) {
  let text = "";
  for await (const piece of writeRecord(actor)) text += piece;
  return { text, ...record.parse(JSON.parse(text)) };
}

async function makeRecord() {
  const { id: organizationId } = await makeOrganization();
  const member = await makeActor(organizationId, ["employee"], { name: "Ada “the first” Lovelace" });
  const story = await makeLiveStory(member);
  const share = await makeShare(member, story, { network: "mastodon", text: 'Look,\n"rain"' });
  await db.transaction((tx) => scoreConfirmedShare(tx, member, share.id));
  await makeClick(share);
  await makeClick(share, { kind: "bot", counted: false });
  await scoreClicks(systemActor(organizationId, "score"));
  return { organizationId, member, story, share };
}

test("a member's record has what they wrote, what came of it, and every point with its reason", async () => {
  const { member, share } = await makeRecord();
  const { profile, shares, points } = await readRecord(member);
  expect(profile.name).toBe("Ada “the first” Lovelace");
  expect(shares).toMatchObject([
    {
      id: share.id,
      network: "Mastodon",
      text: 'Look,\n"rain"',
      link: expect.stringContaining(`/s/${share.code}`),
      measured: { clicks: 1, hits: { counted: 1, bots: 1 } },
      reported: [],
    },
  ]);
  expect(points.map((entry) => entry.points).sort()).toEqual([10, 2]);
  expect(points[0]).toMatchObject({ reason: expect.stringMatching(/\.$/) });
});

test("it names the accounts and holds none of their secrets", async () => {
  const { organizationId, member } = await makeRecord();
  const now = clock.now();
  const id = newId();
  const account = { subject: "subject-7", handle: "@ada@example.social", displayName: "Ada" };
  await db.insert(connections).values({
    ...({ organizationId, id, memberId: member.memberId, network: "mastodon", ...account } as const),
    ...{ origin: "https://example.social", statusChangedAt: now, connectedAt: now },
  });
  const tokens = { accessToken: "sealed-access", refreshToken: "sealed-refresh", updatedAt: now };
  await db.insert(connectionTokens).values({ organizationId, connectionId: id, ...tokens });
  const { text, connections: accounts } = await readRecord(member);
  expect(accounts).toMatchObject([{ network: "Mastodon", handle: "@ada@example.social", status: "ok" }]);
  expect(text).not.toMatch(/sealed|token|secret|verifier/i);
});

test("a figure that a network's terms want forgotten is left out, expired or not", async () => {
  const { organizationId, member, share } = await makeRecord();
  const report = { organizationId, shareId: share.id, takenAt: clock.now(), reactions: 7 };
  await db.insert(engagementSnapshots).values([
    { ...report, source: "Mastodon status" },
    { ...report, source: "LinkedIn", impressions: 424242, expiresAt: new Date(clock.now().getTime() + 9e6) },
  ]);
  const { text, shares } = await readRecord(member);
  expect(shares[0]).toMatchObject({
    reported: [{ source: "Mastodon status", reactions: 7, impressions: null }],
  });
  expect(text).not.toContain("424242");
});

test("a long record is written to its end, each share once", async () => {
  const { member, story } = await makeRecord();
  for (let count = 0; count < 200; count += 1) await makeShare(member, story);
  const { shares } = await readRecord(member);
  expect(new Set(shares.map(({ id }) => id)).size).toBe(201);
  expect(shares).toHaveLength(201);
});

test("nobody's record holds what another did", async () => {
  const { organizationId } = await makeRecord();
  for (const other of [await makeActor(organizationId, ["employee", "admin"]), await makeForeignActor()])
    expect(await readRecord(other)).toMatchObject({ shares: [], points: [], connections: [] });
});

test("a record has thanks, both ways, and says nothing of thanks that were taken back from one", async () => {
  const { organizationId, member } = await makeRecord();
  const other = await makeActor(organizationId, ["employee"], { name: "Ben" });
  const values = (fromId: string, toId: string, note: string, takenBackAt: Date | null = null) => ({
    ...{ organizationId, fromId, toId, note, takenBackAt, requestId: newId() },
  });
  await db
    .insert(thanksTable)
    .values([
      values(member.memberId, other.memberId, "For the pump"),
      values(other.memberId, member.memberId, "For the valve"),
      values(other.memberId, member.memberId, "By mistake", clock.now()),
    ]);
  const { text, thanks } = await readRecord(member);
  expect(thanks.map(({ note, isGiven }) => [note, isGiven])).toEqual([
    ["For the pump", true],
    ["For the valve", false],
  ]);
  expect(text).not.toContain("By mistake");
});
