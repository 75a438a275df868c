import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { storyTopics } from "#db/schema/stories.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
  makeTopic,
} from "#lib/test/factories.ts";
import { addGuideline, editGuideline, removeGuideline, switchGuideline } from "./mutations.ts";
import { previewGuideline } from "./preview/queries.ts";
import { getGuideline, getGuidelineRoom } from "./queries.ts";
import { addGuidelineInput, type GuidelineContent } from "./schemas.ts";

const content: GuidelineContent = {
  name: "No promises",
  rule: { kind: "blocked_phrases", phrases: ["guaranteed", "risk free"] },
  explanation: "Nobody can promise that.",
  ...{ networks: [], countries: [], topicIds: [], startsOn: null, endsOn: null },
  ...{ passingText: "It may go well.", failingText: "It is guaranteed." },
};

async function setUp() {
  const { id } = await makeOrganization();
  const curator = await makeActor(id, ["employee", "curator"], { name: "Ines" });
  return { organizationId: id, curator };
}

test("a guideline is off at first, and on once both of its texts show what it does", async () => {
  const { curator } = await setUp();
  const added = await addGuideline(curator, { ...content, passingText: "Guaranteed, too." });
  expect(added).toMatchObject({ version: 1, enabledAt: null, rule: content.rule });
  const turnOn = { guidelineId: added.id, version: 1, isOn: true };
  await expect(switchGuideline(curator, turnOn)).rejects.toMatchObject({
    code: "invalid",
    message: "The text that is to meet it does not. Change that text, or what the guideline wants.",
  });
  const edited = await editGuideline(curator, { ...content, guidelineId: added.id, version: 1 });
  const on = await switchGuideline(curator, { ...turnOn, version: edited.version });
  expect(on).toMatchObject({ version: 2, enabledByName: "Ines", enabledAt: expect.any(String) });
  expect((await getGuidelineRoom(curator)).guidelines).toEqual([on]);
});

test("an edit keeps a guideline on while its texts hold, and switches it off when they do not", async () => {
  const { curator, organizationId } = await setUp();
  const { id: guidelineId } = await addGuideline(curator, content);
  await switchGuideline(curator, { guidelineId, version: 1, isOn: true });
  const kept = await editGuideline(curator, { ...content, explanation: "Because.", guidelineId, version: 1 });
  expect(kept).toMatchObject({ version: 2, explanation: "Because.", enabledByName: "Ines" });
  const rule = { kind: "blocked_phrases", phrases: ["cheap"] } as const;
  const changed = await editGuideline(curator, {
    ...content,
    rule: { ...rule, phrases: ["cheap"] },
    guidelineId,
    version: 2,
  });
  expect(changed).toMatchObject({ version: 3, enabledAt: null, enabledByName: null });
  const events = await db
    .select({ action: auditEvents.action })
    .from(auditEvents)
    .where(eq(auditEvents.organizationId, organizationId));
  expect(events.map(({ action }) => action).sort()).toEqual([
    "guideline.add",
    "guideline.edit",
    "guideline.edit",
    "guideline.switch_on",
  ]);
});

test("of two edits of one version the first one wins", async () => {
  const { curator } = await setUp();
  const { id: guidelineId } = await addGuideline(curator, content);
  await editGuideline(curator, { ...content, name: "First", guidelineId, version: 1 });
  const late = editGuideline(curator, { ...content, name: "Second", guidelineId, version: 1 });
  await expect(late).rejects.toMatchObject({ code: "conflict" });
  expect((await getGuideline(curator, guidelineId)).name).toBe("First");
});

test("what is on is not removed; what is off is", async () => {
  const { curator } = await setUp();
  const { id: guidelineId } = await addGuideline(curator, content);
  await switchGuideline(curator, { guidelineId, version: 1, isOn: true });
  await expect(removeGuideline(curator, { guidelineId })).rejects.toMatchObject({ code: "conflict" });
  await switchGuideline(curator, { guidelineId, version: 1, isOn: false });
  await removeGuideline(curator, { guidelineId });
  expect((await getGuidelineRoom(curator)).guidelines).toEqual([]);
});

test("two guidelines of one organization never share a name, and topics are its own", async () => {
  const { curator } = await setUp();
  await addGuideline(curator, content);
  await expect(addGuideline(curator, content)).rejects.toMatchObject({ code: "conflict" });
  const foreign = await makeTopic((await makeOrganization()).id);
  const reaching = addGuideline(curator, { ...content, name: "Other", topicIds: [foreign.id] });
  await expect(reaching).rejects.toMatchObject({ code: "not_found" });
});

test("another organization's curator does not find a guideline", async () => {
  const { curator } = await setUp();
  const { id: guidelineId } = await addGuideline(curator, content);
  const foreigner = await makeForeignActor();
  const attempts = await Promise.allSettled([
    editGuideline(foreigner, { ...content, guidelineId, version: 1 }),
    switchGuideline(foreigner, { guidelineId, version: 1, isOn: true }),
    removeGuideline(foreigner, { guidelineId }),
  ]);
  for (const attempt of attempts)
    expect(attempt).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
  expect((await getGuidelineRoom(foreigner)).guidelines).toEqual([]);
});

test("an employee, or a manager, may not write, switch or remove guidelines, nor see what they would have done", async () => {
  const { curator, organizationId } = await setUp();
  const { id: guidelineId } = await addGuideline(curator, content);
  const manager = await makeActor(organizationId, ["employee", "manager"]);
  const attempts = await Promise.allSettled([
    addGuideline(manager, { ...content, name: "Mine" }),
    editGuideline(manager, { ...content, guidelineId, version: 1 }),
    switchGuideline(manager, { guidelineId, version: 1, isOn: true }),
    removeGuideline(manager, { guidelineId }),
    previewGuideline(manager, content),
    getGuidelineRoom(manager),
  ]);
  for (const attempt of attempts)
    expect(attempt).toMatchObject({ status: "rejected", reason: { code: "forbidden" } });
});

test("a preview counts what a guideline would have done to what was shared in 90 days, in its scope alone", async () => {
  const { curator, organizationId } = await setUp();
  const topic = await makeTopic(organizationId);
  const story = await makeLiveStory(curator);
  const finance = await makeLiveStory(curator);
  await db.insert(storyTopics).values({ organizationId, storyId: finance.id, topicId: topic.id });
  const handedOverAt = clock.now();
  const long = new Date(handedOverAt.getTime() - 91 * 86_400_000);
  await makeShare(curator, story, { text: "It is GUARANTEED", handedOverAt });
  await makeShare(curator, finance, { text: "Risk-free.", handedOverAt });
  await makeShare(curator, finance, { text: "It rains. #ad", handedOverAt });
  await makeShare(curator, finance, { text: "guaranteed", handedOverAt: long });
  await makeShare(curator, finance, { text: "guaranteed" });
  const none = { days: 90, passes: 0, added: 0, warns: 0, blocks: 0, isPartial: false };
  expect(await previewGuideline(curator, content)).toEqual({ ...none, shares: 3, passes: 1, blocks: 2 });
  const ofTopic = { ...content, topicIds: [topic.id] };
  expect(await previewGuideline(curator, ofTopic)).toEqual({ ...none, shares: 2, passes: 1, blocks: 1 });
  const disclosure = { kind: "disclosure", texts: ["#ad"], place: "end", within: null } as const;
  const asked = { ...content, rule: { ...disclosure, texts: ["#ad"] } };
  expect(await previewGuideline(curator, asked)).toEqual({ ...none, shares: 3, passes: 1, added: 2 });
  expect(await previewGuideline(await makeForeignActor(), content)).toEqual({ ...none, shares: 0 });
});

test.each([
  { name: "no phrase", change: { rule: { kind: "blocked_phrases", phrases: [] } } },
  {
    name: "a phrase that cannot be seen",
    change: { rule: { kind: "blocked_phrases", phrases: ["\u200b"] } },
  },
  {
    name: "an empty disclosure",
    change: { rule: { kind: "disclosure", texts: [" "], place: "end", within: null } },
  },
  { name: "an address that is none", change: { rule: { kind: "link_required", address: "acme" } } },
  {
    name: "a day that does not exist",
    change: { rule: { kind: "expiry", phrases: ["x"], until: "2026-02-30" } },
  },
  { name: "an end of everything", change: { rule: { kind: "expiry", phrases: [], until: "2026-12-01" } } },
  { name: "a country that is none", change: { countries: ["Germany"] } },
  { name: "an end before its beginning", change: { startsOn: "2026-12-02", endsOn: "2026-12-01" } },
])("a guideline with $name is refused", ({ change }) =>
  expect(addGuidelineInput.safeParse({ ...content, ...change }).success).toBe(false),
);
