import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { guidelineTopics, shareAgreements } from "#db/schema/guidelines.ts";
import { linkCodes, links } from "#db/schema/links.ts";
import { shares } from "#db/schema/shares.ts";
import { storyTopics } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { writeRecord } from "#lib/members/record/queries.ts";
import {
  makeActor,
  makeCaption,
  makeConnection,
  makeForeignActor,
  makeGuideline,
  makeLiveStory,
  makeOrganization,
  makeTopic,
} from "#lib/test/factories.ts";
import { listAskedOfShare } from "../asked/queries.ts";
import { findHindrance } from "../attempts/leaving/queries.ts";
import { getShareDetails } from "../details/queries.ts";
import { handOverShare, openShare } from "../mutations.ts";
import { editScheduledShare, publishShare, scheduleShare } from "../schedule/mutations.ts";
import { sayReason } from "../sentences.ts";

async function setUp(values: Parameters<typeof makeOrganization>[0] = {}, country = "") {
  const { id } = await makeOrganization(values);
  const actor = await makeActor(id, ["employee"], { country });
  const story = await makeLiveStory(actor);
  await makeConnection(actor);
  const { share } = await openShare(actor, { storyId: story.id, requestId: newId() });
  const words = { shareId: share.id, network: "linkedin" as const, text: "Rain works.", captionId: null };
  return { organizationId: id, actor, story, words };
}

const warning = {
  ...{ kind: "warned_phrases" as const, name: "Superlatives", explanation: "Readers doubt them." },
  rule: { kind: "warned_phrases", phrases: ["best"] },
};

test("a blocked text leaves by none of the ways, and the sentence names the guideline", async () => {
  const { organizationId, actor, words } = await setUp();
  await makeGuideline(organizationId, { name: "No promises", explanation: "Nobody can know." });
  const input = { ...words, text: "Guaranteed rain." };
  const attempts = await Promise.allSettled([
    handOverShare(actor, input),
    publishShare(actor, input),
    scheduleShare(actor, { ...input, at: null, timeZone: "UTC" }),
  ]);
  for (const attempt of attempts)
    expect(attempt).toMatchObject({
      status: "rejected",
      reason: {
        code: "invalid",
        message: "No promises: Not to be said here: “Guaranteed”. Nobody can know.",
      },
    });
  await scheduleShare(actor, { ...words, at: null, timeZone: "UTC" });
  const edit = editScheduledShare(actor, { shareId: words.shareId, text: "guaranteed" });
  await expect(edit).rejects.toMatchObject({ code: "invalid" });
});

test("a warning wants the member's word, and what they saw, changed and agreed to is kept", async () => {
  const { organizationId, actor, story, words } = await setUp({
    ...{ disclosure: "#AcmeEmployee", requiresDisclosure: true },
  });
  const { id: guidelineId } = await makeGuideline(organizationId, warning);
  const { id: captionId } = await makeCaption(story, "Rain, in short.");
  const input = { ...words, captionId, text: "The best rain." };
  await expect(handOverShare(actor, input)).rejects.toMatchObject({
    message: expect.stringContaining("Tick that you want to post it anyway"),
  });
  await handOverShare(actor, { ...input, acceptedIds: [guidelineId, newId()] });

  const { agreements } = await getShareDetails(actor, words.shareId);
  expect(agreements).toMatchObject([
    {
      offeredText: "Rain, in short.",
      text: "The best rain.\n\n#AcmeEmployee",
      acceptedIds: [guidelineId],
      verdicts: [
        { name: "Disclosure", outcome: "passes", says: "“#AcmeEmployee” has to be said anywhere." },
        {
          guidelineId,
          version: 1,
          name: "Superlatives",
          outcome: "warns",
          says: "To think twice about: “best”.",
        },
      ],
    },
  ]);
  let record = "";
  for await (const piece of writeRecord(actor)) record += piece;
  expect(record).toContain('"offered":"Rain, in short."');
});

test("each change of a text that waits is agreed to anew", async () => {
  const { actor, words } = await setUp();
  await scheduleShare(actor, { ...words, at: null, timeZone: "UTC" });
  await editScheduledShare(actor, { shareId: words.shareId, text: "Rain works well." });
  const { agreements } = await getShareDetails(actor, words.shareId);
  expect(agreements.map(({ text }) => text)).toEqual(["Rain works well.", "Rain works."]);
});

test("an agreement is only ever added, and goes with its share", async () => {
  const { organizationId, actor, words } = await setUp();
  await handOverShare(actor, words);
  const own = and(
    eq(shareAgreements.organizationId, organizationId),
    eq(shareAgreements.shareId, words.shareId),
  );
  await expect(db.update(shareAgreements).set({ text: "Other" }).where(own)).rejects.toThrow();
  await expect(db.delete(shareAgreements).where(own)).rejects.toThrow();
  const [link] = await db.select().from(links).where(eq(links.shareId, words.shareId));
  await db.delete(linkCodes).where(eq(linkCodes.linkId, link?.id ?? ""));
  await db.delete(links).where(eq(links.shareId, words.shareId));
  await db.delete(shares).where(eq(shares.id, words.shareId));
  expect(await db.select().from(shareAgreements).where(own)).toEqual([]);
});

test.each([
  { name: "of another country", values: { countries: ["DE"] }, country: "NL", asks: false },
  { name: "of the member's country", values: { countries: ["DE", "NL"] }, country: "NL", asks: true },
  { name: "for another network", values: { networks: ["x" as const] }, country: "", asks: false },
  { name: "that is off", values: { enabledAt: null }, country: "", asks: false },
  { name: "that ended", values: { endsOn: "2020-01-01" }, country: "", asks: false },
  { name: "that has not begun", values: { startsOn: "2999-01-01" }, country: "", asks: false },
])("a guideline $name", async ({ values, country, asks }) => {
  const { organizationId, actor, words } = await setUp({}, country);
  await makeGuideline(organizationId, values);
  const handing = handOverShare(actor, { ...words, text: "Guaranteed." });
  if (asks) await expect(handing).rejects.toMatchObject({ code: "invalid" });
  else await expect(handing).resolves.toMatchObject({ text: "Guaranteed." });
});

test("a guideline of a topic is for stories that carry it, and the composer gets those alone that may apply", async () => {
  const { organizationId, actor, story, words } = await setUp();
  const topic = await makeTopic(organizationId);
  const { id: guidelineId } = await makeGuideline(organizationId);
  await db.insert(guidelineTopics).values({ organizationId, guidelineId, topicId: topic.id });
  await handOverShare(actor, { ...words, text: "Guaranteed." });
  const open = () => openShare(actor, { storyId: story.id, requestId: newId() });
  expect((await open()).asked.guidelines).toEqual([]);
  await db.insert(storyTopics).values({ organizationId, storyId: story.id, topicId: topic.id });
  expect((await open()).asked).toMatchObject({ topicIds: [topic.id], guidelines: [{ id: guidelineId }] });
  const again = handOverShare(actor, { ...words, text: "Guaranteed." });
  await expect(again).rejects.toMatchObject({ code: "invalid" });
});

test("a disclosure of its own takes the place of the organization's", async () => {
  const { organizationId, actor, words } = await setUp({
    ...{ disclosure: "#AcmeEmployee", requiresDisclosure: true },
  });
  const rule = { kind: "disclosure", texts: ["Anzeige"], place: "start", within: null };
  await makeGuideline(organizationId, { kind: "disclosure", rule, networks: ["linkedin"] });
  expect(await handOverShare(actor, words)).toMatchObject({ text: "Anzeige\n\nRain works." });
});

test("what waits does not leave once its text does not meet a guideline any more; a new warning is no obstacle", async () => {
  const { organizationId, actor, words } = await setUp();
  await scheduleShare(actor, { ...words, at: null, timeZone: "UTC" });
  const worker = systemActor(organizationId, "publish");
  const [share] = await db.select().from(shares).where(eq(shares.id, words.shareId));
  if (!share) throw new Error("The share is not there.");
  await makeGuideline(organizationId, warning);
  expect(await findHindrance(db, worker, share)).toBeNull();
  const rule = { kind: "blocked_phrases", phrases: ["rain"] };
  await makeGuideline(organizationId, { name: "No rain", rule });
  const reason = await findHindrance(db, worker, share);
  expect(reason).toBe("guideline:No rain");
  expect(sayReason({ state: "failed", network: "linkedin", reason })).toBe(
    "Your text does not meet the guideline “No rain” any more, so your post did not leave. Change the words and publish again.",
  );
});

test("what is scheduled is judged by the day on which it leaves", async () => {
  const { organizationId, actor, words } = await setUp();
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await makeGuideline(organizationId, { startsOn: inDays(10) });
  const input = { ...words, text: "Guaranteed.", timeZone: "UTC" };
  await expect(scheduleShare(actor, { ...input, at: `${inDays(12)}T09:00` })).rejects.toMatchObject({
    code: "invalid",
  });
  await scheduleShare(actor, { ...input, at: `${inDays(5)}T09:00` });
  expect((await listAskedOfShare(actor, { id: words.shareId })).guidelines).toEqual([]);
  const foreigner = await makeForeignActor();
  await expect(listAskedOfShare(foreigner, { id: words.shareId })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("one organization's guidelines are nothing to another", async () => {
  const { actor, words } = await setUp();
  const foreigner: MemberActor = await makeForeignActor();
  await makeGuideline(foreigner.organizationId);
  await expect(handOverShare(actor, { ...words, text: "Guaranteed." })).resolves.toMatchObject({});
});
