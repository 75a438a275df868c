import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { clickBatches, clickHours, clickOrigins } from "#db/schema/clicks.ts";
import { type SystemActor, systemActor } from "#lib/auth/actor.ts";
import { newClick, recordClicks } from "#lib/clicks/mutations.ts";
import { makeActor, makeClick, makeLiveStory, makeOrganization, makeShare } from "#lib/test/factories.ts";
import { sumClicksByLink } from "../queries.ts";
import { rollUpBatches, rollUpClicks } from "./mutations.ts";

async function makeLinks() {
  const member = await makeActor((await makeOrganization()).id);
  const story = await makeLiveStory(member);
  const links = [];
  for (let count = 0; count < 4; count += 1) links.push(await makeShare(member, story));
  const linkIds = links.map(({ linkId }) => linkId);
  return { member, links, linkIds, actor: systemActor(member.organizationId, "roll-up") };
}

/** Group commits of hits on these links, in each another order. */
async function recordGroups(organizationId: string, linkIds: string[], groups: number): Promise<void> {
  for (let group = 0; group < groups; group += 1) {
    const order = group % 2 ? linkIds : linkIds.toReversed();
    await recordClicks(
      order.map((linkId) =>
        newClick({
          organizationId,
          linkId,
          clickedAt: new Date(),
          kind: group % 5 ? "human" : "bot",
          visitor: newId(),
          referrerHost: ["t.co", "lnkd.in", null][group % 3] ?? null,
        }),
      ),
    );
  }
}

const totals = async (organizationId: string) => {
  const hours = await db.select().from(clickHours).where(eq(clickHours.organizationId, organizationId));
  const origins = await db.select().from(clickOrigins).where(eq(clickOrigins.organizationId, organizationId));
  const sum = (counts: number[]) => counts.reduce((total, each) => total + each, 0);
  return {
    counted: sum(hours.map(({ counted }) => counted)),
    bots: sum(hours.map(({ bots }) => bots)),
    origins: sum(origins.map(({ counted }) => counted)),
  };
};

const waiting = ({ organizationId }: SystemActor) =>
  db.select().from(clickBatches).where(eq(clickBatches.organizationId, organizationId));

test("several workers at once add every click once, also while more are written", async () => {
  const { member, linkIds, actor } = await makeLinks();
  const { organizationId } = member;
  await recordGroups(organizationId, linkIds, 60);
  await Promise.all([
    rollUpClicks(actor),
    rollUpClicks(actor),
    recordGroups(organizationId, linkIds, 60),
    rollUpClicks(actor),
  ]);
  await rollUpClicks(actor);
  expect(await waiting(actor)).toEqual([]);
  expect(await totals(organizationId)).toEqual({ counted: 96 * 4, bots: 24 * 4, origins: 96 * 4 });
});

test("what is shown is exact at every moment while clicks are rolled up", async () => {
  const { member, linkIds, actor } = await makeLinks();
  await recordGroups(member.organizationId, linkIds, 120);
  let isDone = false;
  const done = rollUpClicks(actor).then(() => {
    isDone = true;
  });
  do {
    const shown = await sumClicksByLink(member, linkIds);
    expect([...shown.values()].map(({ counted, bots }) => [counted, bots])).toEqual(Array(4).fill([96, 24]));
  } while (!isDone);
  await done;
});

test("a worker that is stopped half-way leaves nothing behind, and the next one adds everything once", async () => {
  const { member, links, linkIds, actor } = await makeLinks();
  const [link] = links;
  if (!link) throw new Error("the play has links");
  await makeClick(link);
  await expect(
    db.transaction(async (tx) => {
      expect(await rollUpBatches(tx, actor, 10)).toBe(1);
      throw new Error("killed");
    }),
  ).rejects.toThrow("killed");
  expect(await waiting(actor)).toHaveLength(1);
  expect(await totals(actor.organizationId)).toEqual({ counted: 0, bots: 0, origins: 0 });
  await rollUpClicks(actor);
  await rollUpClicks(actor);
  expect(await totals(actor.organizationId)).toEqual({ counted: 1, bots: 0, origins: 1 });
  expect((await sumClicksByLink(member, linkIds)).get(link.linkId)?.counted).toBe(1);
});

test("the clicks of another organization are left alone", async () => {
  const [{ links }, { actor }] = [await makeLinks(), await makeLinks()];
  const [link] = links;
  if (!link) throw new Error("the play has links");
  await makeClick(link);
  await rollUpClicks(actor);
  expect(await totals(link.organizationId)).toEqual({ counted: 0, bots: 0, origins: 0 });
});
