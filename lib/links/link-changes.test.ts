import { eq } from "drizzle-orm";
import { expect, onTestFinished, test, vi } from "vitest";
import { connection, db } from "#db/client.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import { listen } from "#db/signals.ts";
import { makeActor, makeLiveStory, makeOrganization, makeShare } from "#lib/test/factories.ts";
import { followChanges } from "./cache/changes.ts";
import { openFactCache } from "./cache/facts.ts";
import { findLinks, linkChanges } from "./queries.ts";

/** A process's memory of links, as `known-links.ts` makes it. */
const openCache = () => {
  const find = vi.fn(findLinks);
  const changes = followChanges(linkChanges);
  return { find, changes, cache: openFactCache({ find, changes, size: 100 }) };
};

async function makeLink() {
  const member = await makeActor((await makeOrganization()).id);
  const story = await makeLiveStory(member);
  const share = await makeShare(member, story);
  const code = share.code;
  return { code, shareId: share.id, storyId: story.id, organizationId: member.organizationId };
}

const withdraw = (shareId: string) =>
  db.update(shares).set({ state: "withdrawn" }).where(eq(shares.id, shareId));

test("a link withdrawn by one process is looked up again by all of them within a second", async () => {
  const link = await makeLink();
  const processes = [openCache(), openCache()];
  for (const { cache, changes } of processes) {
    await cache.get(link.code);
    await vi.waitFor(() => expect(changes.isHearing()).toBe(true), 2000);
    await cache.get(link.code);
  }
  await withdraw(link.shareId);
  await vi.waitFor(async () => {
    for (const { cache } of processes)
      expect(await cache.get(link.code)).toMatchObject({ shareState: "withdrawn" });
  }, 1000);
});

test.skipIf(!process.env.TEST_DATABASE_URL)(
  "a process whose listener is cut learns of it within about a second all the same",
  async () => {
    const link = await makeLink();
    const { cache, changes } = openCache();
    await cache.get(link.code);
    await vi.waitFor(() => expect(changes.isHearing()).toBe(true), 2000);
    await db.execute(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and query like 'listen%'`,
    );
    await withdraw(link.shareId);
    await vi.waitFor(
      async () => expect(await cache.get(link.code)).toMatchObject({ shareState: "withdrawn" }),
      1300,
    );
  },
);

test("while nobody tells of changes, links are looked up again after a second", async () => {
  const link = await makeLink();
  vi.spyOn(connection(), "listen").mockReturnValue(new Promise(() => {}));
  const { cache, find } = openCache();
  await cache.get(link.code);
  await cache.get(link.code);
  expect(find).toHaveBeenCalledOnce();
  await withdraw(link.shareId);
  await vi.waitFor(
    async () => expect(await cache.get(link.code)).toMatchObject({ shareState: "withdrawn" }),
    1300,
  );
});

test("what a link or its card shows is told of when it changes, and nothing else is", async () => {
  const { organizationId, shareId, storyId } = await makeLink();
  const heard: string[] = [];
  onTestFinished(await listen("link_changes", { onSignal: (payload) => heard.push(payload) }));
  const own = () => heard.filter((payload) => payload === organizationId).length;
  const ofStory = eq(stories.id, storyId);

  await db.update(stories).set({ version: 7 }).where(ofStory);
  await db.update(shares).set({ text: "Other words." }).where(eq(shares.id, shareId));
  await db.update(organizations).set({ disclosure: "#employee" }).where(eq(organizations.id, organizationId));
  await db.update(stories).set({ title: "Snow" }).where(ofStory);
  await vi.waitFor(() => expect(own()).toBe(1));

  await db.update(stories).set({ state: "archived" }).where(ofStory);
  await db
    .update(stories)
    .set({ expiresAt: new Date("2040-01-01") })
    .where(ofStory);
  await db.update(organizations).set({ name: "Acme & Sons" }).where(eq(organizations.id, organizationId));
  await withdraw(shareId);
  await vi.waitFor(() => expect(own()).toBe(5));
});
