import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { clickBatches, clicks } from "#db/schema/clicks.ts";
import { log } from "#lib/log.ts";
import { makeActor, makeLiveStory, makeOrganization, makeShare } from "#lib/test/factories.ts";
import { countHits } from "./counted-hits.ts";
import { type NewClick, newClick, recordClicks } from "./mutations.ts";
import { storeClicks } from "./store-clicks.ts";

async function makeLink() {
  const actor = await makeActor((await makeOrganization()).id);
  const { organizationId, linkId } = await makeShare(actor, await makeLiveStory(actor));
  return { organizationId, linkId };
}

type Link = Awaited<ReturnType<typeof makeLink>>;

const hit = (link: Link, values: Partial<NewClick> = {}): NewClick =>
  newClick({
    kind: "human",
    clickedAt: new Date(),
    referrerHost: null,
    visitor: newId(),
    ...link,
    ...values,
  });

type Drawn = Pick<NewClick, "visitor" | "kind" | "exclusion"> & { minutes: number };

const stored = ({ organizationId }: Link) =>
  db.select().from(clicks).where(eq(clicks.organizationId, organizationId)).orderBy(clicks.id);
const countedOf = async (link: Link) => (await stored(link)).filter(({ counted }) => counted).length;

test("hits of several organizations are stored in one go, and those with a counted one are named", async () => {
  const [one, other] = [await makeLink(), await makeLink()];
  const mine = hit(one, { referrerHost: 'he said "{hi}", \\o/', device: "phone", country: "NP" });
  expect(await recordClicks([mine, hit(other, { kind: "bot" })])).toEqual({
    organizations: [one.organizationId],
    unknown: [],
  });
  expect(await stored(one)).toMatchObject([{ ...mine, counted: true, scoredAt: null }]);
  expect(await stored(other)).toMatchObject([{ kind: "bot", counted: false }]);
  const batches = db.select().from(clickBatches).where(eq(clickBatches.organizationId, one.organizationId));
  expect(await batches).toEqual([
    { organizationId: one.organizationId, id: (await stored(one))[0]?.batchId, hour: expect.any(Date) },
  ]);
});

test("nothing is stored for no hits", async () => {
  expect(await recordClicks([])).toEqual({ organizations: [], unknown: [] });
});

test("whatever the groups, and whichever of them are written again, each hit is there once and counts by the rule", async () => {
  const visitors = [newId(), newId()];
  const anyHit: fc.Arbitrary<Drawn> = fc.record({
    visitor: fc.constantFrom(...visitors),
    kind: fc.constantFrom("human" as const, "bot" as const, "prefetch" as const),
    exclusion: fc.constantFrom(null, null, "own" as const, "limited" as const),
    minutes: fc.integer({ min: 0, max: 150 }),
  });
  const groups = fc.array(fc.array(anyHit, { maxLength: 12 }), { maxLength: 5 });
  const run = async (drawn: Drawn[][], again: number[]) => {
    const link = await makeLink();
    const written = drawn.map((group) =>
      group.map(({ minutes, ...values }) =>
        hit(link, { ...values, clickedAt: new Date(Date.UTC(2026, 10, 23, 9, minutes)) }),
      ),
    );
    for (const group of written) await recordClicks(group);
    for (const index of again) await recordClicks(written[index % written.length] ?? []);
    const all = written.flat();
    expect((await stored(link)).map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort());
    expect(await countedOf(link)).toBe(countHits(all));
  };
  await fc.assert(fc.asyncProperty(groups, fc.array(fc.nat(), { maxLength: 3 }), run), { numRuns: 25 });
});

test("of writers at the same moment, with the same visitors in another order, each visitor counts once", async () => {
  const link = await makeLink();
  const visitors = Array.from({ length: 60 }, newId);
  const group = (order: string[]) => order.map((visitor) => hit(link, { visitor }));
  await Promise.all(
    Array.from({ length: 8 }, (_, writer) =>
      recordClicks(group(writer % 2 ? visitors : visitors.toReversed())),
    ),
  );
  expect(await stored(link)).toHaveLength(480);
  expect(await countedOf(link)).toBe(60);
});

test.each([
  {
    name: "on another organization's link",
    says: "this click's link is not there",
    wrong: ({ linkId }: Link) => ({ linkId }),
  },
  {
    name: "that a column refuses",
    says: "the database refuses this click",
    wrong: () => ({ country: "nowhere" }),
  },
])("a click $name is logged whole, and holds none of the others back", async ({ says, wrong }) => {
  const [link, other] = [await makeLink(), await makeLink()];
  const good = Array.from({ length: 6 }, () => hit(link));
  const bad = hit(link, wrong(other));
  const logged = vi.spyOn(log, "error").mockReturnValue();
  await storeClicks([...good.slice(0, 3), bad, ...good.slice(3)]);
  expect((await stored(link)).map(({ id }) => id)).toEqual(good.map(({ id }) => id).sort());
  expect(logged.mock.calls).toEqual([[expect.objectContaining({ click: bad }), says]]);
});

test("a month without a partition gets one, and its clicks are stored", async () => {
  const link = await makeLink();
  const years = Math.floor(Math.random() * 900);
  await storeClicks([hit(link, { clickedAt: new Date(Date.UTC(2100 + years, 4, 5)) })]);
  expect(await countedOf(link)).toBe(1);
});
