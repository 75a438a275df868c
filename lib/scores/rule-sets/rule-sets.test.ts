import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { organizations } from "#db/schema/organizations.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { type MemberActor, systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import {
  makeActor,
  makeClick,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import { correctScore } from "../corrections/mutations.ts";
import { correctionInput } from "../corrections/schemas.ts";
import { getLedgerDay } from "../ledger/queries.ts";
import { getMethodology } from "../methodology/queries.ts";
import { scoreClicks, scoreConfirmedShare } from "../mutations.ts";
import { firstRules, type Rules } from "../rule-set.ts";
import { sayRewards, sayRules } from "../say-rules.ts";
import { findDifferences } from "../verify/queries.ts";
import { compareRules } from "../what-if/queries.ts";
import { discardDraft, publishDraft, saveDraft } from "./mutations.ts";
import { getRulesRoom } from "./queries.ts";
import { saveDraftInput } from "./schemas.ts";

const dearClicks: Rules = {
  ...firstRules,
  confirmedShare: { ...firstRules.confirmedShare, points: 1 },
  countedClick: { points: 5, mostPerShare: 40 },
};
const note = "Readers count for more than posts.";

async function makePlay() {
  const { id, slug } = await makeOrganization({ timeZone: "UTC" });
  const admin = await makeActor(id, ["employee", "admin"], { name: "Ada" });
  const often = await makeActor(id, ["employee"], { name: "Ofelia" });
  const read = await makeActor(id, ["employee"], { name: "Rita" });
  return { id, slug, admin, often, read };
}

async function share(member: MemberActor, curator: MemberActor, clicks = 0) {
  const made = await makeShare(member, await makeLiveStory(curator), { similarity: 1 });
  await db.transaction((tx) => scoreConfirmedShare(tx, member, made.id));
  for (let click = 0; click < clicks; click += 1) await makeClick(made, { clickedAt: clock.now() });
  await scoreClicks(systemActor(member.organizationId, "score"));
}

const uuid = () => crypto.randomUUID();

test("a draft acts on nothing; published, it holds for what happens from then on, and everything still adds up", async () => {
  const { id, admin, read } = await makePlay();
  await share(read, admin, 1);
  await saveDraft(admin, { rules: dearClicks, basedOn: 1 });
  await share(read, admin, 1);
  expect(await publishDraft(admin, { basedOn: 1, note })).toBe(2);
  const later = await makeShare(read, await makeLiveStory(admin), { similarity: 1 });
  await db.transaction((tx) => scoreConfirmedShare(tx, read, later.id));
  await makeClick(later, { clickedAt: clock.now() });
  await scoreClicks(systemActor(id, "score"));

  const entries = await db
    .select()
    .from(scoreEntries)
    .where(eq(scoreEntries.organizationId, id))
    .orderBy(scoreEntries.position);
  expect(entries.map(({ ruleSet, points }) => [ruleSet, points])).toEqual([
    [1, 10],
    [1, 2],
    [1, 10],
    [1, 2],
    [2, 0],
    [2, 5],
  ]);
  expect(await findDifferences(id)).toEqual([]);
  const room = await getRulesRoom(admin);
  expect(room.current).toMatchObject({ version: 2, note, publishedByName: "Ada" });
  expect(room.earlier.map(({ version }) => version)).toEqual([1]);
  expect(room.draft).toBeNull();
  await expect(
    db.execute(sql`update rule_sets set note = 'x' where organization_id = ${id}`),
  ).rejects.toThrow();
});

test("what-if says who would rise and who would fall, before anything is published", async () => {
  const { id, admin, often, read } = await makePlay();
  await share(often, admin);
  await share(often, admin);
  await share(read, admin, 4);
  const seen = await compareRules(admin, { days: "30" }, dearClicks);
  expect(seen).toMatchObject({ facts: 7, before: 38, after: 23, people: 2, unchanged: 0 });
  expect(
    seen.rows.map(({ name, before, after, rankBefore, rankAfter }) => [
      name,
      before,
      after,
      rankBefore,
      rankAfter,
    ]),
  ).toEqual([
    ["Ofelia", 20, 2, 1, 2],
    ["Rita", 18, 21, 2, 1],
  ]);
  const same = await compareRules(admin, { days: "30" }, firstRules);
  expect(same).toMatchObject({ before: 38, after: 38, rows: [], unchanged: 2 });
  expect((await getRulesRoom(admin)).current.version).toBe(1);
  expect(await findDifferences(id)).toEqual([]);
});

test("of two who publish at once one wins, and a draft of older rules is not published over newer ones", async () => {
  const { admin } = await makePlay();
  await saveDraft(admin, { rules: dearClicks, basedOn: 1 });
  const both = await Promise.allSettled([
    publishDraft(admin, { basedOn: 1, note }),
    publishDraft(admin, { basedOn: 1, note }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(saveDraft(admin, { rules: firstRules, basedOn: 1 })).rejects.toMatchObject({
    code: "conflict",
  });
  await saveDraft(admin, { rules: firstRules, basedOn: 2 });
  await discardDraft(admin, {});
  await expect(publishDraft(admin, { basedOn: 2, note })).rejects.toMatchObject({ code: "conflict" });
});

test("only admins change rules, replay what-ifs and correct points, and another organization's are not there", async () => {
  const { admin, often, slug } = await makePlay();
  const foreign = await makeForeignActor();
  const correction = { memberId: often.memberId, points: 5, reason: "A lost click.", requestId: uuid() };
  for (const refused of [
    () => saveDraft(often, { rules: firstRules, basedOn: 1 }),
    () => publishDraft(often, { basedOn: 1, note }),
    () => discardDraft(often, {}),
    () => compareRules(often, { days: "30" }, firstRules),
    () => correctScore(often, { ...correction, memberId: admin.memberId }),
    () => correctScore(admin, { ...correction, memberId: admin.memberId }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: "forbidden" });
  await expect(correctScore(foreign, correction)).rejects.toMatchObject({ code: "not_found" });
  await expect(getMethodology(slug, foreign)).rejects.toMatchObject({ code: "not_found" });
  await expect(getMethodology(slug, null)).rejects.toMatchObject({ code: "not_found" });
});

test("a correction is an entry with its reason, once, and the member is shown it", async () => {
  const { id, admin, often } = await makePlay();
  const correction = {
    memberId: often.memberId,
    points: -2.5,
    reason: "Counted twice by hand.",
    requestId: uuid(),
  };
  await correctScore(admin, correction);
  await correctScore(admin, correction);
  const { entries } = await getLedgerDay(often, dayIn("UTC", clock.now()), 1);
  expect(entries).toMatchObject([
    {
      points: -2.5,
      rule: "correction",
      reason: "Corrected by an admin: Counted twice by hand.",
      position: 1,
    },
  ]);
  expect((await getLedgerDay(admin, dayIn("UTC", clock.now()), 1)).entries).toEqual([]);
  expect(await findDifferences(id)).toEqual([]);
});

test.each([
  { points: 0, reason: "Nothing would change.", field: "points" },
  { points: 1.25, reason: "Too fine a point.", field: "points" },
  { points: 5, reason: "Because", field: "reason" },
])("a correction of $points because “$reason” is refused", ({ points, reason, field }) => {
  const parsed = correctionInput.safeParse({ memberId: uuid(), requestId: uuid(), points, reason });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("what X brought is never rewarded, unless an admin says why", async () => {
  const { admin, read } = await makePlay();
  const onX = await makeShare(read, await makeLiveStory(admin), { network: "x", similarity: 1 });
  await db.transaction((tx) => scoreConfirmedShare(tx, read, onX.id));
  const { entries } = await getLedgerDay(read, dayIn("UTC", clock.now()), 1);
  expect(entries).toMatchObject([{ points: 10, isRewardable: false }]);
  const paid = { ...firstRules, rewards: { leftOut: [], xReason: "" } };
  expect(saveDraftInput.safeParse({ rules: paid, basedOn: 1 }).success).toBe(false);
  expect(sayRewards(firstRules)).toContain("X forbids paying for posts.");
});

test("the methodology is printed from the rules, and public where the organization wants that", async () => {
  const { id, slug, admin } = await makePlay();
  await saveDraft(admin, { rules: dearClicks, basedOn: 1 });
  await publishDraft(admin, { basedOn: 1, note });
  expect((await getMethodology(slug, admin)).current.note).toBe(note);
  await db.update(organizations).set({ publishesMethodology: true }).where(eq(organizations.id, id));
  const { current } = await getMethodology(slug, null);
  expect(sayRules(current.rules).find(({ name }) => name === "A click")).toMatchObject({
    points: "5",
    words: expect.stringContaining("At most 40 points"),
  });
});
