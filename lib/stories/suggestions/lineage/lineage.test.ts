import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import { clock } from "#lib/clock.ts";
import { scoreConfirmedShare } from "#lib/scores/mutations.ts";
import { withdrawShare } from "#lib/shares/withdrawals/mutations.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import { getLineage } from "./queries.ts";

async function makeIdea() {
  const { id } = await makeOrganization();
  const [suggester, editor, sharer] = [
    await makeActor(id, ["employee"], { name: "Ada" }),
    await makeActor(id, ["employee", "curator"], { name: "Ben" }),
    await makeActor(id, ["employee"], { name: "Cy" }),
  ];
  const story = await makeLiveStory(editor);
  await db
    .update(stories)
    .set({ suggestedById: suggester.memberId, editedById: editor.memberId, approvedAt: clock.now() })
    .where(eq(stories.id, story.id));
  return { suggester, editor, sharer, story };
}

test("what colleagues' shares earn flows back in parts that add up, and goes again with a share that is taken back", async () => {
  const { suggester, sharer, story } = await makeIdea();
  const share = await makeShare(sharer, story, { network: "linkedin", similarity: 1 });
  await db.transaction((tx) => scoreConfirmedShare(tx, sharer, share.id));

  const lineage = await getLineage(suggester, story.id);
  expect(lineage.parts.map(({ name, by }) => [name, by])).toEqual([
    ["Ada", ["idea"]],
    ["Ben", ["edits"]],
  ]);
  expect(lineage.credit).toMatchObject({ shares: 1, clicks: 0 });
  expect(lineage.credit.points).toBeGreaterThan(0);
  expect(lineage.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(lineage.credit.points, 6);
  expect(lineage.parts[0]?.points).toBeGreaterThan(lineage.parts[1]?.points ?? 0);

  await withdrawShare(sharer, { shareId: share.id });
  expect((await getLineage(suggester, story.id)).credit.points).toBe(0);
});

test("an idea that nobody shared yet has no credit, and it is the suggester's alone to look at", async () => {
  const { suggester, editor, sharer, story } = await makeIdea();
  expect(await getLineage(suggester, story.id)).toMatchObject({
    credit: { points: 0, shares: 0, clicks: 0 },
    parts: [{ name: "Ada", isOwn: true, by: ["idea"], points: 0 }],
    reached: null,
  });
  for (const other of [editor, sharer, await makeForeignActor()])
    await expect(getLineage(other, story.id)).rejects.toMatchObject({ code: "not_found" });
});
