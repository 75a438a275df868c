import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { scoreDays, scoreEntries } from "#db/schema/scores.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { scoreClicks, scoreConfirmedShare } from "#lib/scores/mutations.ts";
import { findDifferences } from "#lib/scores/verify/queries.ts";
import {
  makeActor,
  makeClick,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import { withdrawShare } from "./mutations.ts";

async function makePlay() {
  const { id } = await makeOrganization();
  const [member, thinker, curator] = [
    await makeActor(id),
    await makeActor(id),
    await makeActor(id, ["curator"]),
  ];
  const story = await makeLiveStory(curator, { suggestedById: thinker.memberId });
  return { id, member, thinker, curator, story, scorer: systemActor(id, "score") };
}

test("a share that is taken back gives back what it earned, for whoever had the idea too, once, and clicks that come late earn nothing", async () => {
  const { id, member, story, scorer } = await makePlay();
  const share = await makeShare(member, story, { similarity: 0.2 });
  await db.transaction((tx) => scoreConfirmedShare(tx, member, share.id));
  await makeClick(share, { clickedAt: clock.now() });
  await scoreClicks(scorer);
  const sums = async () => {
    const days = await db.select().from(scoreDays).where(eq(scoreDays.organizationId, id));
    return days.map(({ points }) => points).toSorted((one, other) => one - other);
  };
  expect(await sums()).toEqual([1.7, 17]);

  const both = await Promise.all([
    withdrawShare(member, { shareId: share.id }),
    withdrawShare(member, { shareId: share.id }),
  ]);
  expect(both.map(({ state }) => state)).toEqual(["withdrawn", "withdrawn"]);
  expect(await sums()).toEqual([0, 0]);
  await makeClick(share, { clickedAt: clock.now() });
  await scoreClicks(scorer);
  expect(await sums()).toEqual([0, 0]);
  const entries = await db.select().from(scoreEntries).where(eq(scoreEntries.organizationId, id));
  expect(entries.filter(({ rule }) => rule === "withdrawn_share")).toHaveLength(2);
  expect(await findDifferences(id)).toEqual([]);
});

test("only its member takes a share back, and only one that went out", async () => {
  const { member, thinker, curator, story } = await makePlay();
  const share = await makeShare(member, story);
  await expect(withdrawShare(thinker, { shareId: share.id })).rejects.toMatchObject({ code: "forbidden" });
  await expect(withdrawShare(await makeForeignActor(), { shareId: share.id })).rejects.toMatchObject({
    code: "not_found",
  });
  const open = await makeShare(member, await makeLiveStory(curator), {
    state: "intended",
    confirmedAt: null,
  });
  await expect(withdrawShare(member, { shareId: open.id })).rejects.toMatchObject({ code: "conflict" });
});
