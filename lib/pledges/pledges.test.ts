import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { notices } from "#db/schema/notices.ts";
import { pledges } from "#db/schema/pledges.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { addAudience } from "#lib/audiences/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { createCampaign } from "#lib/campaigns/mutations.ts";
import { createCampaignInput } from "#lib/campaigns/schemas.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeManager,
  makeOrganization,
  makeShare,
  makeTeam,
} from "#lib/test/factories.ts";
import { addAbsence, removeAbsence } from "./absences/mutations.ts";
import { listAbsences } from "./absences/queries.ts";
import { getPledgeChoices } from "./choices/queries.ts";
import { answerHandover, offerHandover } from "./handovers/mutations.ts";
import { addHoliday } from "./holidays/mutations.ts";
import { changePledge, makePledge, releasePledge } from "./mutations.ts";
import { getPledge, getPledgesRoom } from "./queries.ts";
import type { MakePledgeInput } from "./schemas.ts";
import { tendPledges } from "./settling/mutations.ts";

afterEach(() => vi.restoreAllMocks());

const at = (moment: string) => vi.spyOn(clock, "now").mockReturnValue(new Date(moment));

// 2026-03-02 is a Monday.
const promise = (values: Partial<MakePledgeInput> = {}): MakePledgeInput => ({
  ...{ id: newId(), by: "me", shares: 2, isWeekly: false, campaignId: null, topicId: null },
  ...{ startsOn: "2026-03-02", endsOn: "2026-03-13", note: "", dependents: [] },
  ...{ remindOn: null, isSharedWithManagers: false },
  ...values,
});

async function makePlay() {
  at("2026-03-02T12:00Z");
  const { id } = await makeOrganization({ timeZone: "America/Los_Angeles" });
  const team = await makeTeam(id);
  const [ada, ben, cy] = [
    await makeActor(id, ["employee"], { name: "Ada", teamId: team.id, email: `ada-${id}@acme.test` }),
    await makeActor(id, ["employee"], { name: "Ben", email: `ben-${id}@acme.test` }),
    await makeActor(id, ["employee", "curator", "admin"], { name: "Cy", email: `cy-${id}@acme.test` }),
  ];
  return {
    id,
    team,
    manager: await makeManager(id, team.id),
    ada,
    ben,
    cy,
    emailOf: (who: string) => `${who}-${id}@acme.test`,
  };
}

const share = async (member: MemberActor, curator: MemberActor, confirmedAt: string) =>
  makeShare(member, await makeLiveStory(curator), { confirmedAt: new Date(confirmedAt) });

test("a promise is kept once its shares went out, says so to those who depend on it, and earns its points once", async () => {
  const { id, ada, ben, cy, emailOf } = await makePlay();
  const pledgeId = await makePledge(ada, promise({ dependents: [emailOf("ben")] }));
  expect(await makePledge(ada, promise({ id: pledgeId }))).toBe(pledgeId);
  // Before its first day there, and on it.
  await share(ada, cy, "2026-03-02T07:00Z");
  await share(ada, cy, "2026-03-02T09:00Z");
  expect(await getPledge(ben, pledgeId)).toMatchObject({ done: 1, asked: 2, state: "open", byName: "Ada" });
  await share(ada, cy, "2026-03-03T09:00Z");
  at("2026-03-04T12:00Z");
  await Promise.all([tendPledges(), tendPledges()]);
  expect(await getPledge(ada, pledgeId)).toMatchObject({ done: 2, state: "kept" });
  const told = await db.select().from(notices).where(eq(notices.organizationId, id));
  expect(told.map(({ kind, memberId }) => [kind, memberId]).toSorted()).toEqual(
    [
      ["pledge.promised", ben.memberId],
      ["pledge.settled", ada.memberId],
      ["pledge.settled", ben.memberId],
    ].toSorted(),
  );
  const entries = await db.select().from(scoreEntries).where(eq(scoreEntries.organizationId, id));
  expect(entries.map(({ rule, points, memberId }) => [rule, points, memberId])).toEqual([
    ["pledge_kept", 10, ada.memberId],
  ]);
  expect((await getPledgesRoom(ada)).keptRate).toBe(1);
});

test("a promise that is missed costs nothing, and days away and holidays put off its end", async () => {
  const { id, ada, cy } = await makePlay();
  const pledgeId = await makePledge(ada, promise());
  await addAbsence(ada, { startsOn: "2026-03-05", endsOn: "2026-03-06" });
  await addHoliday(cy, { day: "2026-03-16", name: "Founders' day", country: "" });
  expect(await getPledge(ada, pledgeId)).toMatchObject({ endsOn: "2026-03-18" });
  at("2026-03-18T20:00Z");
  await tendPledges();
  expect(await getPledge(ada, pledgeId)).toMatchObject({ state: "open" });
  at("2026-03-19T20:00Z");
  await tendPledges();
  expect(await getPledge(ada, pledgeId)).toMatchObject({ state: "missed" });
  expect(await db.select().from(scoreEntries).where(eq(scoreEntries.organizationId, id))).toEqual([]);
  expect((await getPledgesRoom(ada)).keptRate).toBe(0);
});

test("nobody who is not in it can read a pledge, whatever their role, and managers only once its promiser says so", async () => {
  const { ada, ben, cy, manager, team } = await makePlay();
  const pledgeId = await makePledge(ada, promise());
  const foreign = await makeForeignActor();
  const outsiders = [ben, cy, manager, foreign];
  for (const outsider of outsiders) {
    await expect(getPledge(outsider, pledgeId)).rejects.toMatchObject({ code: "not_found" });
    await expect(releasePledge(outsider, { pledgeId, reason: "No." })).rejects.toMatchObject({
      code: "not_found",
    });
    const { keptRate, ...lists } = await getPledgesRoom(outsider);
    expect([keptRate, ...Object.values(lists).flat()]).toEqual([null]);
  }
  await changePledge(ada, { pledgeId, remindOn: 5, isSharedWithManagers: true });
  expect(await getPledge(manager, pledgeId)).toMatchObject({
    isOwn: false,
    mayChange: false,
    remindOn: null,
  });
  await expect(releasePledge(manager, { pledgeId, reason: "No." })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(getPledge(cy, pledgeId)).rejects.toMatchObject({ code: "not_found" });
  await changePledge(ada, { pledgeId, remindOn: 5, isSharedWithManagers: false });
  await expect(getPledge(manager, pledgeId)).rejects.toMatchObject({ code: "not_found" });
  expect(team.id).toBeTruthy();
});

test("a colleague who accepts has the promise from then on, with what was shared for it before", async () => {
  const { ada, ben, cy, emailOf } = await makePlay();
  const pledgeId = await makePledge(ada, promise({ shares: 3, isSharedWithManagers: true }));
  await share(ada, cy, "2026-03-02T10:00Z");
  await share(ben, cy, "2026-03-02T11:00Z");
  await offerHandover(ada, { pledgeId, to: emailOf("ben"), note: "I am off." });
  await expect(offerHandover(ada, { pledgeId, to: emailOf("cy"), note: "" })).rejects.toMatchObject({
    code: "conflict",
  });
  const [offered] = (await getPledgesRoom(ben)).offered;
  const handoverId = offered?.offer?.id ?? "";
  await expect(answerHandover(cy, { handoverId, accepts: true })).rejects.toMatchObject({
    code: "not_found",
  });
  await answerHandover(ben, { handoverId, accepts: true });
  await expect(answerHandover(ben, { handoverId, accepts: false })).rejects.toMatchObject({
    code: "conflict",
  });
  // Ada's share counts, and what Ben had shared before it was his does not.
  expect(await getPledge(ben, pledgeId)).toMatchObject({ isOwn: true, done: 1, isSharedWithManagers: false });
  await share(ben, cy, "2026-03-03T11:00Z");
  expect(await getPledge(ben, pledgeId)).toMatchObject({ done: 2 });
  await expect(getPledge(ada, pledgeId)).rejects.toMatchObject({ code: "not_found" });
});

test("a team's promise counts what the team shared, and earns nobody points", async () => {
  const { id, ada, cy, team, ben } = await makePlay();
  const mate = await makeActor(id, ["employee"], { teamId: team.id });
  const pledgeId = await makePledge(ada, promise({ by: "team" }));
  await share(ada, cy, "2026-03-02T10:00Z");
  await share(mate, cy, "2026-03-02T10:00Z");
  await share(ben, cy, "2026-03-02T10:00Z");
  expect(await getPledge(mate, pledgeId)).toMatchObject({ done: 2, isTeams: true, mayChange: false });
  await expect(releasePledge(mate, { pledgeId, reason: "No." })).rejects.toMatchObject({ code: "forbidden" });
  await tendPledges();
  expect(await getPledge(mate, pledgeId)).toMatchObject({ state: "kept" });
  expect(await db.select().from(scoreEntries).where(eq(scoreEntries.organizationId, id))).toEqual([]);
  await expect(makePledge(ben, promise({ by: "team" }))).rejects.toMatchObject({ code: "invalid" });
});

test("whoever chose a day is reminded on it once, and not while they are away", async () => {
  const { id, ada } = await makePlay();
  await makePledge(ada, promise({ remindOn: 1 }));
  const count = async () => (await db.select().from(notices).where(eq(notices.organizationId, id))).length;
  await tendPledges();
  await tendPledges();
  expect(await count()).toBe(1);
  at("2026-03-03T20:00Z");
  await tendPledges();
  await addAbsence(ada, { startsOn: "2026-03-09", endsOn: "2026-03-09" });
  at("2026-03-09T20:00Z");
  await tendPledges();
  expect(await count()).toBe(1);
});

test("who depends on a promise is told when it is made and when it is given back, each once", async () => {
  const { id, ada, emailOf } = await makePlay();
  const made = promise({ dependents: [emailOf("ben")] });
  await Promise.all([makePledge(ada, made), makePledge(ada, made)]);
  await releasePledge(ada, { pledgeId: made.id, reason: "The fair was called off." });
  const told = await db.select().from(notices).where(eq(notices.organizationId, id)).orderBy(notices.kind);
  expect(told.map(({ kind, data }) => [kind, data])).toEqual([
    ["pledge.promised", { pledgeId: made.id, title: "Two shares until 13 Mar 2026" }],
    ["pledge.released", { pledgeId: made.id, reason: "The fair was called off." }],
  ]);
});

test("a promise can be about a campaign that asks its promiser, and about no other", async () => {
  const { ada, cy } = await makePlay();
  const { id: audienceId } = await addAudience(cy, {
    name: "Curators",
    rule: { match: "all", conditions: [{ field: "role", is: true, values: ["curator"] }] },
  });
  const createCampaignFor = (name: string, audienceId?: string) =>
    createCampaign(
      cy,
      createCampaignInput.parse({
        ...{ id: newId(), name, audienceId, startsOn: "2026-03-02", endsOn: "2026-03-20" },
      }),
    );
  const open = await createCampaignFor("For everybody");
  const meantForOthers = await createCampaignFor("For curators", audienceId);
  const { campaigns } = await getPledgeChoices(ada);
  expect(campaigns.map(({ id }) => id)).toEqual([open.id]);
  await makePledge(ada, promise({ campaignId: open.id }));
  await expect(makePledge(ada, promise({ campaignId: meantForOthers.id }))).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a promise is given back with a reason, once, and days away are nobody else's", async () => {
  const { ada, ben, cy } = await makePlay();
  const pledgeId = await makePledge(ada, promise());
  await releasePledge(ada, { pledgeId, reason: "The fair was called off." });
  await expect(releasePledge(ada, { pledgeId, reason: "Again." })).rejects.toMatchObject({
    code: "conflict",
  });
  expect((await getPledgesRoom(ada)).over).toMatchObject([
    { state: "released", releaseReason: "The fair was called off." },
  ]);
  await addAbsence(ada, { startsOn: "2026-03-05", endsOn: "2026-03-06" });
  const [absence] = await listAbsences(ada);
  expect(await listAbsences(cy)).toEqual([]);
  await expect(removeAbsence(ben, { absenceId: absence?.id ?? "" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(addHoliday(ben, { day: "2026-03-16", name: "Mine", country: "" })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect((await db.select().from(pledges).where(eq(pledges.id, pledgeId)))[0]?.settledAt).toBeTruthy();
});

test.each([
  {
    name: "a day that has passed",
    values: { startsOn: "2026-01-01", endsOn: "2026-02-28" },
    code: "invalid",
  },
  { name: "an unknown colleague", values: { dependents: ["nobody@acme.test"] }, code: "invalid" },
  { name: "another organization's campaign", values: { campaignId: newId() }, code: "not_found" },
  { name: "another organization's topic", values: { topicId: newId() }, code: "not_found" },
])("a promise with $name is refused", async ({ values, code }) => {
  const { ada } = await makePlay();
  await expect(makePledge(ada, promise(values))).rejects.toMatchObject({ code });
});
