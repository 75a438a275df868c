import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { engagementSnapshots } from "#db/schema/engagement.ts";
import { clock } from "#lib/clock.ts";
import { getStoryClicks } from "#lib/stories/clicks/queries.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import { sumStoryEngagement } from "./queries.ts";

const minutesAgo = (minutes: number) => new Date(clock.now().getTime() - minutes * 60_000);

/** A story that so many people shared, and what networks said of each share: earlier, and at last. */
async function makeReported(people: number, expiresAt: Date | null = null) {
  const { id: organizationId } = await makeOrganization();
  const curator = await makeActor(organizationId, ["curator"]);
  const story = await makeLiveStory(curator);
  for (let count = 0; count < people; count += 1) {
    const share = await makeShare(await makeActor(organizationId), story, {
      network: "mastodon",
      handedOverAt: minutesAgo(90),
    });
    const of = { organizationId, shareId: share.id, expiresAt };
    await db.insert(engagementSnapshots).values([
      { ...of, source: "account", takenAt: minutesAgo(90), followers: 900 },
      { ...of, source: "Mastodon", takenAt: minutesAgo(60), reactions: 1, comments: 0 },
      { ...of, source: "Mastodon", takenAt: minutesAgo(5), reactions: 4, comments: 0 },
    ]);
  }
  return { curator, story };
}

test("the desk sees the latest figures of five people's shares as sums, what was not said left out", async () => {
  const { curator, story } = await makeReported(5);
  expect(await sumStoryEngagement(curator, story.id)).toEqual([
    { name: "Reactions", sum: 20, shares: 5, people: 5 },
    { name: "Comments", sum: 0, shares: 5, people: 5 },
  ]);
  const { group, clicks } = await getStoryClicks(curator, story.id);
  expect(group?.engagement).toHaveLength(2);
  expect(clicks).toBe(0);
});

test("of four people's shares the desk sees nothing that networks said", async () => {
  const { curator, story } = await makeReported(4);
  expect(await sumStoryEngagement(curator, story.id)).toEqual([]);
});

test("what has to be forgotten is nobody's but the member's, also before its time", async () => {
  const { curator, story } = await makeReported(6, new Date(clock.now().getTime() + 86_400_000));
  expect(await sumStoryEngagement(curator, story.id)).toEqual([]);
});

test("another organization's desk finds nothing", async () => {
  const { story } = await makeReported(5);
  expect(await sumStoryEngagement(await makeForeignActor(), story.id)).toEqual([]);
});
