import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
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
  makeStory,
} from "#lib/test/factories.ts";
import { getShareDetails } from "./queries.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

async function makeSharer() {
  return makeActor((await makeOrganization({ timeZone: "Europe/Amsterdam" })).id);
}

test("one's own share says what went out, who followed its link and what it earned", async () => {
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-03-20T12:00Z"));
  const member = await makeSharer();
  const story = await makeLiveStory(member, { title: "Fish first" });
  const confirmedAt = new Date("2026-03-10T12:00Z");
  const postUrl = "https://www.linkedin.com/feed/update/1";
  const share = await makeShare(member, story, {
    text: "Mind the fish.",
    similarity: 0.2,
    postUrl,
    confirmedAt,
  });
  await db.transaction((tx) => scoreConfirmedShare(tx, member, share.id));
  await makeClick(share);
  await makeClick(share, { counted: false, exclusion: "own" });
  await scoreClicks(systemActor(member.organizationId, "score"));

  const details = await getShareDetails(member, share.id);

  expect(details).toMatchObject({
    story: { id: story.id, title: "Fish first", isLive: true },
    text: "Mind the fish.",
    network: "linkedin",
    state: "confirmed",
    postUrl,
    sharedAt: "2026-03-10T12:00:00.000Z",
    sharedWhen: "10 March at 13:00",
    figures: { counted: 1, notCounted: "1 more hit was not counted: 1 your own." },
  });
  expect(details.url).toMatch(/^http:\/\/herald\.test\/s\/[\w-]+$/);
  expect(details.earned.map(({ rule, points }) => [rule, points])).toEqual([
    ["confirmed_share", 10],
    ["own_words", 5],
    ["counted_click", 2],
  ]);
});

test("a story that is not live any more is not offered to be opened", async () => {
  const member = await makeSharer();
  const share = await makeShare(member, await makeStory(member, { state: "archived" }));
  expect((await getShareDetails(member, share.id)).story.isLive).toBe(false);
});

test("a composer that was opened and closed again is no share", async () => {
  const member = await makeSharer();
  const open = { state: "intended", confirmedAt: null } as const;
  const story = await makeLiveStory(member);
  const share = await makeShare(member, story, open);
  await expect(getShareDetails(member, share.id)).rejects.toMatchObject({ code: "not_found" });
  const handedOver = await makeShare(member, story, { ...open, handedOverAt: new Date() });
  expect(await getShareDetails(member, handedOver.id)).toMatchObject({ state: "intended", earned: [] });
});

test("another member's share is not found, whatever one's roles, nor is another organization's", async () => {
  const member = await makeSharer();
  const share = await makeShare(member, await makeLiveStory(member));
  const admin = await makeActor(member.organizationId, ["employee", "curator", "manager", "admin"]);
  for (const other of [admin, await makeForeignActor()])
    await expect(getShareDetails(other, share.id)).rejects.toMatchObject({ code: "not_found" });
});
