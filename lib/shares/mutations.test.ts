import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { linkCodes, links } from "#db/schema/links.ts";
import type { organizations } from "#db/schema/organizations.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeCaption,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
  makeStory,
} from "#lib/test/factories.ts";
import { confirmShare, declineShare } from "./answers/mutations.ts";
import { handOverShare, openShare } from "./mutations.ts";
import { listOpenShares } from "./queries.ts";

test("opening records an intended share with a link to the story, UTM parameters included", async () => {
  const { actor, story } = await setUp();
  const composition = await openShare(actor, { storyId: story.id, requestId: newId() });

  expect(composition.share.state).toBe("intended");
  expect(composition.share.url).toMatch(/^http:\/\/herald\.test\/s\/[0-9A-Za-z]{12}$/);
  const [link] = await linksOf(composition.share.id);
  expect(link?.targetUrl).toBe("https://acme.test/news?utm_source=herald&utm_medium=employee");
  const [code] = await db
    .select()
    .from(linkCodes)
    .where(eq(linkCodes.linkId, link?.id ?? ""));
  expect(code).toEqual({ code: link?.code, organizationId: actor.organizationId, linkId: link?.id });
});

test("opening with the same request, even at the same moment, is one share with one link", async () => {
  const { actor, story } = await setUp();
  const input = { storyId: story.id, requestId: newId() };
  const [one, two] = await Promise.all([openShare(actor, input), openShare(actor, input)]);

  expect(one?.share).toEqual(two?.share);
  expect(await linksOf(one?.share.id ?? "")).toHaveLength(1);
});

test("a request is for one story", async () => {
  const { actor, story } = await setUp();
  const requestId = newId();
  await openShare(actor, { storyId: story.id, requestId });
  const other = await makeLiveStory(actor);
  await expect(openShare(actor, { storyId: other.id, requestId })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("a text story's link leads to its public page", async () => {
  const { actor } = await setUp();
  const story = await makeLiveStory(actor, { kind: "text", body: "Rain." });
  const { share } = await openShare(actor, { storyId: story.id, requestId: newId() });
  const [link] = await linksOf(share.id);
  expect(link?.targetUrl).toBe(`http://herald.test/read/${link?.code}`);
});

test("a story that is not live cannot be opened", async () => {
  const { actor } = await setUp();
  const draft = await makeStory(actor);
  const input = { storyId: draft.id, requestId: newId() };
  await expect(openShare(actor, input)).rejects.toMatchObject({ code: "not_found" });
});

test("a required disclosure is added to what the browser sent", async () => {
  const { actor, story } = await setUp({ disclosure: "#AcmeEmployee", requiresDisclosure: true });
  const share = await open(actor, story);
  const handedOver = await handOver(actor, share.id, { text: "Rain works. #acmeemployees" });
  expect(handedOver.text).toBe("Rain works. #acmeemployees\n\n#AcmeEmployee");
});

test("a disclosure that is not required may be left out", async () => {
  const { actor, story } = await setUp({ disclosure: "#AcmeEmployee" });
  const share = await open(actor, story);
  expect((await handOver(actor, share.id, { text: "Rain works." })).text).toBe("Rain works.");
});

test("likeness is measured against the captions, without the disclosure", async () => {
  const { actor, story } = await setUp({ disclosure: "#AcmeEmployee", requiresDisclosure: true });
  const caption = await makeCaption(story, "A factory that runs on rain #AcmeEmployee");
  const share = await open(actor, story);
  const same = await handOver(actor, share.id, {
    text: "A factory that runs on rain",
    captionId: caption.id,
  });
  expect(same.similarity).toBe(1);
  const own = await handOver(actor, share.id, { text: "I spent a day where water does the work" });
  expect(own.similarity).toBeLessThan(0.7);
});

test("a text that the network does not take is refused, counted with the link and the disclosure", async () => {
  const { actor, story } = await setUp({ disclosure: "#AcmeEmployee", requiresDisclosure: true });
  const share = await open(actor, story);
  const tooLong = { network: "x", text: "a".repeat(242) } as const;
  await expect(handOver(actor, share.id, tooLong)).rejects.toMatchObject({
    code: "invalid",
    message: "That is 1 too long for X. Take a little away.",
  });
  await handOver(actor, share.id, { network: "x", text: "a".repeat(241) });
});

test("a story that expired meanwhile is said to have", async () => {
  const { actor, story } = await setUp();
  const share = await open(actor, story);
  const past = new Date(clock.now().getTime() - 1000);
  await db.update(stories).set({ expiresAt: past }).where(eq(stories.id, story.id));
  await expect(handOver(actor, share.id)).rejects.toMatchObject({ code: "not_found" });
});

test("a caption of another story is not noted as the start", async () => {
  const { actor, story } = await setUp();
  const foreign = await makeCaption(await makeLiveStory(actor), "Coffee");
  const share = await open(actor, story);
  await handOver(actor, share.id, { captionId: foreign.id });
  expect((await rowOf(share.id))?.captionId).toBeNull();
});

test("what went to one network is answered for before it goes to the next", async () => {
  const { actor, story } = await setUp();
  const share = await open(actor, story);
  await handOver(actor, share.id, { network: "x" });
  await handOver(actor, share.id, { network: "x", text: "Better words" });
  await expect(handOver(actor, share.id, { network: "linkedin" })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("only what was taken to a network is asked about, and no longer once answered", async () => {
  const { actor, story } = await setUp();
  const looked = await open(actor, story);
  const taken = await open(actor, story);
  await handOver(actor, taken.id);
  expect((await listOpenShares(actor)).map(({ id }) => id)).toEqual([taken.id]);
  await confirmShare(actor, { shareId: taken.id, postUrl: "" });
  expect(await listOpenShares(actor)).toEqual([]);
  expect((await rowOf(looked.id))?.state).toBe("intended");
});

test("what may have been published, and what did not leave, wants a word too, with the reason", async () => {
  const { actor, story } = await setUp();
  const handedOverAt = new Date(clock.now().getTime() - 3_600_000);
  const sent = { handedOverAt, confirmedAt: null, scheduledFor: handedOverAt };
  const unknown = await makeShare(actor, story, { ...sent, state: "unknown", reason: "timeout" });
  const failed = await makeShare(actor, story, {
    ...sent,
    ...{ state: "failed", reason: "story_expired", handedOverAt: clock.now() },
  });
  await makeShare(actor, story, { ...sent, state: "scheduled" });
  const long = new Date(clock.now().getTime() - 20 * 86_400_000);
  await makeShare(actor, story, { ...sent, state: "failed", handedOverAt: long, scheduledFor: long });

  expect(await listOpenShares(actor)).toMatchObject([
    { id: failed.id, sentence: "The story ended before your post left, so it did not leave." },
    { id: unknown.id, sentence: expect.stringContaining("It may have been published.") },
  ]);
});

test("confirming scores once, however often it is said", async () => {
  const { actor, story } = await setUp();
  const share = await open(actor, story);
  await handOver(actor, share.id);
  const answer = { shareId: share.id, postUrl: "" };
  await Promise.all([confirmShare(actor, answer), confirmShare(actor, answer)]);
  const again = await confirmShare(actor, { ...answer, postUrl: "https://www.linkedin.com/posts/ada-1" });

  expect(again).toMatchObject({ state: "confirmed", postUrl: "https://www.linkedin.com/posts/ada-1" });
  const entries = await db
    .select()
    .from(scoreEntries)
    .where(and(eq(scoreEntries.factId, share.id), eq(scoreEntries.rule, "confirmed_share")));
  expect(entries).toHaveLength(1);
});

test.each([
  { name: "a profile", postUrl: "https://www.linkedin.com/in/ada" },
  { name: "another site", postUrl: "https://evil.test/posts/1" },
  { name: "a script", postUrl: "javascript:alert(1)" },
  { name: "no address", postUrl: "my post" },
])("$name is not the address of a post", async ({ postUrl }) => {
  const { actor, story } = await setUp();
  const share = await open(actor, story);
  await handOver(actor, share.id);
  await expect(confirmShare(actor, { shareId: share.id, postUrl })).rejects.toMatchObject({
    code: "invalid",
  });
  expect((await rowOf(share.id))?.state).toBe("intended");
});

test("declining withdraws, twice is harmless, and neither answer takes back the other", async () => {
  const { actor, story } = await setUp();
  const [declined, confirmed] = [await open(actor, story), await open(actor, story)];
  expect((await declineShare(actor, { shareId: declined.id })).state).toBe("withdrawn");
  expect((await declineShare(actor, { shareId: declined.id })).state).toBe("withdrawn");
  await expect(confirmShare(actor, { shareId: declined.id, postUrl: "" })).rejects.toMatchObject({
    code: "conflict",
  });

  await handOver(actor, confirmed.id);
  await confirmShare(actor, { shareId: confirmed.id, postUrl: "" });
  await expect(declineShare(actor, { shareId: confirmed.id })).rejects.toMatchObject({ code: "conflict" });
});

test("what was never taken anywhere cannot be confirmed", async () => {
  const { actor, story } = await setUp();
  const share = await open(actor, story);
  const answer = { shareId: share.id, postUrl: "" };
  await expect(confirmShare(actor, answer)).rejects.toMatchObject({ code: "conflict" });
});

test("another organization's actor gets not_found", async () => {
  const { actor, story } = await setUp();
  const share = await open(actor, story);
  const foreigner = await makeForeignActor();
  const missing = { code: "not_found" };
  await expect(openShare(foreigner, { storyId: story.id, requestId: newId() })).rejects.toMatchObject(
    missing,
  );
  await expect(handOver(foreigner, share.id)).rejects.toMatchObject(missing);
  await expect(confirmShare(foreigner, { shareId: share.id, postUrl: "" })).rejects.toMatchObject(missing);
  await expect(declineShare(foreigner, { shareId: share.id })).rejects.toMatchObject(missing);
  expect(await listOpenShares(foreigner)).toEqual([]);
});

test("nobody answers for another person's share, not even an admin", async () => {
  const { actor, story } = await setUp();
  const share = await open(actor, story);
  const admin = await makeActor(actor.organizationId, ["employee", "curator", "manager", "admin"]);
  const forbidden = { code: "forbidden" };
  await expect(handOver(admin, share.id)).rejects.toMatchObject(forbidden);
  await expect(confirmShare(admin, { shareId: share.id, postUrl: "" })).rejects.toMatchObject(forbidden);
  await expect(declineShare(admin, { shareId: share.id })).rejects.toMatchObject(forbidden);
});

async function setUp(values: Partial<typeof organizations.$inferInsert> = {}) {
  const actor = await makeActor((await makeOrganization(values)).id);
  return { actor, story: await makeLiveStory(actor) };
}

const open = async (actor: MemberActor, story: { id: string }) =>
  (await openShare(actor, { storyId: story.id, requestId: newId() })).share;

const handOver = (
  actor: MemberActor,
  shareId: string,
  input: Partial<Parameters<typeof handOverShare>[1]> = {},
) => handOverShare(actor, { shareId, network: "linkedin", text: "Rain works.", captionId: null, ...input });

const linksOf = (shareId: string) => db.select().from(links).where(eq(links.shareId, shareId));

const rowOf = async (shareId: string) => (await db.select().from(shares).where(eq(shares.id, shareId)))[0];
