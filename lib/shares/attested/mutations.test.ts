import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
  makeStory,
} from "#lib/test/factories.ts";
import { confirmShare } from "../answers/mutations.ts";
import { getShareDetails } from "../details/queries.ts";
import { attestPost } from "./mutations.ts";

const postUrl = "https://www.linkedin.com/posts/ada_rain-activity-7123-x";

test("a post made by hand becomes a confirmed share with its address, a link and the points of a share", async () => {
  const { actor, story } = await setUp();
  const share = await attestPost(actor, { storyId: story.id, postUrl });

  expect(share).toMatchObject({ state: "confirmed", network: "linkedin", postUrl });
  const details = await getShareDetails(actor, share.id);
  expect(details.url).toMatch(/\/s\/\w{12}$/);
  expect(await pointsOf(actor)).toEqual([{ rule: "confirmed_share", points: 10 }]);
});

test.each([
  {
    name: "a profile",
    address: "https://www.linkedin.com/in/ada",
    sentence: /not the address of a post \(LinkedIn\)/,
  },
  {
    name: "a short link of a network",
    address: "https://t.co/abc",
    sentence: /not the address of a post \(X\)/,
  },
  { name: "a chat", address: "https://wa.me/123", sentence: /no address of its own/ },
  { name: "no address", address: "my post on LinkedIn", sentence: /not an address/ },
  { name: "a script", address: "javascript:alert(1)", sentence: /not an address/ },
  { name: "our own short link", address: `${env.PUBLIC_URL}/s/abcdefghijkl`, sentence: /a link of Herald's/ },
])("$name is refused", async ({ address, sentence }) => {
  const { actor, story } = await setUp();
  const refused = attestPost(actor, { storyId: story.id, postUrl: address });
  await expect(refused).rejects.toMatchObject({ code: "invalid", message: expect.stringMatching(sentence) });
});

test("one post is one share, whoever shows it and under whatever address", async () => {
  const { actor, story } = await setUp();
  await attestPost(actor, { storyId: story.id, postUrl });
  const other = await makeLiveStory(actor);
  const again = "https://linkedin.com/feed/update/urn:li:activity:7123?utm_source=copy";

  await expect(attestPost(actor, { storyId: other.id, postUrl: again })).rejects.toMatchObject({
    code: "conflict",
    message: "You have this post among your shares already.",
  });
  const colleague = await makeActor(actor.organizationId);
  await expect(attestPost(colleague, { storyId: story.id, postUrl: again })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("A colleague has this post"),
  });
  const open = await makeShare(colleague, story);
  await expect(confirmShare(colleague, { shareId: open.id, postUrl: again })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("of two that show the same post at the same moment one is refused", async () => {
  const { actor, story } = await setUp();
  const colleague = await makeActor(actor.organizationId);
  const both = await Promise.allSettled([
    attestPost(actor, { storyId: story.id, postUrl }),
    attestPost(colleague, { storyId: story.id, postUrl }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("another organization may have a post at the same address", async () => {
  const { actor, story } = await setUp();
  await attestPost(actor, { storyId: story.id, postUrl });
  const foreigner = await makeForeignActor();
  const share = await attestPost(foreigner, { storyId: (await makeLiveStory(foreigner)).id, postUrl });
  expect(share.state).toBe("confirmed");
});

test("what was taken to that network and not answered for is the share that is meant", async () => {
  const { actor, story } = await setUp();
  const open = { state: "intended", confirmedAt: null, handedOverAt: clock.now() } as const;
  const taken = await makeShare(actor, story, { ...open, text: "Rain works." });
  await makeShare(actor, story, { ...open, network: "x" });

  expect(await attestPost(actor, { storyId: story.id, postUrl })).toMatchObject({
    id: taken.id,
    state: "confirmed",
    text: "Rain works.",
  });
});

test("while a post may have been published there, that is asked about first", async () => {
  const { actor, story } = await setUp();
  await makeShare(actor, story, { state: "unknown", confirmedAt: null });
  await expect(attestPost(actor, { storyId: story.id, postUrl })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("may have been published on LinkedIn"),
  });
});

test("the same story on the same network is scored once", async () => {
  const { actor, story } = await setUp();
  await attestPost(actor, { storyId: story.id, postUrl });
  await attestPost(actor, { storyId: story.id, postUrl: postUrl.replace("7123", "7124") });
  expect((await pointsOf(actor)).map(({ points }) => points)).toEqual([10, 0]);
});

test("a story that is not live, or another organization's, cannot be attested", async () => {
  const { actor, story } = await setUp();
  const draft = await makeStory(actor);
  await expect(attestPost(actor, { storyId: draft.id, postUrl })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(attestPost(await makeForeignActor(), { storyId: story.id, postUrl })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await db.select().from(shares).where(eq(shares.organizationId, actor.organizationId))).toEqual([]);
});

async function setUp() {
  const { id } = await makeOrganization();
  const actor = await makeActor(id);
  return { actor, story: await makeLiveStory(actor) };
}

const pointsOf = ({ organizationId, memberId }: MemberActor) =>
  db
    .select({ rule: scoreEntries.rule, points: scoreEntries.points })
    .from(scoreEntries)
    .where(and(eq(scoreEntries.organizationId, organizationId), eq(scoreEntries.memberId, memberId)))
    .orderBy(scoreEntries.id);
