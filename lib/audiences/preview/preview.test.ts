import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { storyTopics } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { listNotices } from "#lib/notices/queries.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeStory,
  makeTopic,
} from "#lib/test/factories.ts";
import { followTopic } from "#lib/topics/following/mutations.ts";
import { addAudience } from "../mutations.ts";
import { previewMember } from "./mutations.ts";
import { listPreviewable, measureStory } from "./queries.ts";

const french = { match: "all", conditions: [{ field: "country", is: true, values: ["FR"] }] } as const;

async function makeDesk() {
  const { id: organizationId } = await makeOrganization();
  const curator = await makeActor(organizationId, ["curator"], { name: "Inés Ferrer" });
  const reader = await makeActor(organizationId, ["employee"], { name: "Luc 100%", country: "FR" });
  return { organizationId, curator, reader };
}

const look = (curator: MemberActor, memberId: string, storyId: string | null = null) =>
  previewMember(curator, { memberId, view: "forYou", storyId });

test("a curator sees a member's feed as it is; no visit is noted, and the member is told once a day", async () => {
  const { organizationId, curator, reader } = await makeDesk();
  const [water, steel] = [
    await makeTopic(organizationId, { name: "Water" }),
    await makeTopic(organizationId),
  ];
  for (const [title, topic] of [
    ["wet", water],
    ["hard", steel],
  ] as const) {
    const { id: storyId } = await makeLiveStory(curator, { title });
    await db.insert(storyTopics).values({ organizationId, storyId, topicId: topic.id });
  }
  await followTopic(reader, { topicId: water.id, follows: true });

  const preview = await look(curator, reader.memberId);
  expect(preview).toMatchObject({ name: "Luc 100%", followsTopics: true, says: null });
  expect(preview.stories).toEqual([
    { id: expect.any(String), title: "wet", publishedDay: expect.any(String), topics: ["Water"] },
  ]);
  const all = await previewMember(curator, { memberId: reader.memberId, view: "everything", storyId: null });
  expect(all.stories.map(({ title }) => title).sort()).toEqual(["hard", "wet"]);

  const seen = await db.select({ id: members.id, at: members.feedSeenAt }).from(members);
  expect(seen.find(({ id }) => id === reader.memberId)?.at).toBeNull();
  const { notices } = await listNotices(reader, 1);
  expect(notices.map(({ title }) => title)).toEqual(["Inés Ferrer looked at the feed as you see it"]);
});

test("why a member sees a story, or does not, names what it hangs on", async () => {
  const { organizationId, curator, reader } = await makeDesk();
  const dane = await makeActor(organizationId, ["employee"], { country: "DK" });
  const { id: audienceId } = await addAudience(curator, { name: "In France", rule: french });
  const story = await makeLiveStory(curator, { audience: "rule", audienceId });
  const says = async (memberId: string, storyId: string) => (await look(curator, memberId, storyId)).says;

  expect(await says(reader.memberId, story.id)).toBe("Yes: In France means them.");
  expect(await says(dane.memberId, story.id)).toBe(
    "No: what In France asks does not hold: Country is France.",
  );
  expect((await look(curator, dane.memberId)).stories).toEqual([]);
  expect(await says(reader.memberId, (await makeStory(curator)).id)).toBe("No: the story is not approved.");
  expect((await measureStory(curator, story.id)).reach).toBe("Fewer than 5 members");
});

test("a story for an audience that means nobody is seen by nobody, and the desk is told so", async () => {
  const { curator } = await makeDesk();
  const rule = { match: "all", conditions: [{ field: "country", is: true, values: ["IS"] }] } as const;
  const { id: audienceId } = await addAudience(curator, { name: "In Iceland", rule });
  const story = await makeLiveStory(curator, { audience: "rule", audienceId });
  expect((await measureStory(curator, story.id)).reach).toBe("Nobody just now");
  expect((await look(curator, curator.memberId)).stories).toEqual([]);
});

test("people are found by their names, whatever signs those have", async () => {
  const { curator, reader } = await makeDesk();
  expect((await listPreviewable(curator, "100%")).map(({ id }) => id)).toEqual([reader.memberId]);
});

test("looking is for the organization's own curators", async () => {
  const { curator, reader } = await makeDesk();
  const story = await makeLiveStory(curator);
  const foreigner = await makeForeignActor();
  await expect(look(foreigner, reader.memberId)).rejects.toMatchObject({ code: "not_found" });
  await expect(look(curator, foreigner.memberId)).rejects.toMatchObject({ code: "not_found" });
  await expect(measureStory(foreigner, story.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(look(reader, curator.memberId)).rejects.toMatchObject({ code: "forbidden" });
  await expect(measureStory(reader, story.id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listPreviewable(reader, "")).rejects.toMatchObject({ code: "forbidden" });
});
