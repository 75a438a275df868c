import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeStory,
} from "#lib/test/factories.ts";
import { outcomeOf } from "#lib/test/outcome-of.ts";
import { getStoryRow } from "../queries.ts";
import { listVersions } from "../versions/queries.ts";
import { moveStory } from "./mutations.ts";
import { listPlanned } from "./queries.ts";
import { moveStoryInput } from "./schemas.ts";

const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000);

async function makeCurator(timeZone = "Europe/Amsterdam") {
  return makeActor((await makeOrganization({ timeZone })).id, ["curator"]);
}

test("a day holds what its own clocks do, also when one of its hours is missing", async () => {
  const curator = await makeCurator();
  const draft = (publishAt: string) =>
    makeStory(curator, { title: publishAt, publishAt: new Date(publishAt) });
  // Clocks go forward on 29 March 2099, so that the day ends an hour earlier.
  for (const at of ["2099-03-28T22:59Z", "2099-03-28T23:00Z", "2099-03-29T21:59Z", "2099-03-29T22:00Z"])
    await draft(at);
  await makeStory(curator, {
    title: "archived",
    state: "archived",
    publishAt: new Date("2099-03-29T12:00Z"),
  });

  const { moments } = await listPlanned(curator, { from: "2099-03-29", to: "2099-03-29" });
  expect(moments.map(({ title }) => title)).toEqual(["2099-03-28T23:00Z", "2099-03-29T21:59Z"]);
});

test("a scheduled story is moved on the organization's clocks, stays approved, and its versions say so", async () => {
  const curator = await makeCurator();
  const story = await makeLiveStory(curator, {
    publishAt: inDays(3),
    expiresAt: new Date("2099-12-01T00:00Z"),
  });
  const key = { storyId: story.id };

  const moved = await moveStory(curator, { ...key, version: 1, publishAt: "2099-07-01T09:00" });
  expect(moved).toEqual({ version: 2, at: "2099-07-01T07:00:00.000Z" });
  await moveStory(curator, { ...key, version: 2, expiresAt: "2099-12-24T18:00" });

  expect(await getStoryRow(db, curator, story.id)).toMatchObject({
    state: "approved",
    publishAt: new Date("2099-07-01T07:00Z"),
    expiresAt: new Date("2099-12-24T17:00Z"),
  });
  expect(await listVersions(db, curator, story.id)).toHaveLength(3);
  const events = await db
    .select({ action: auditEvents.action })
    .from(auditEvents)
    .where(and(eq(auditEvents.organizationId, curator.organizationId), eq(auditEvents.action, "story.move")));
  expect(events).toHaveLength(2);
});

test.each([
  {
    name: "when a live story went live",
    story: { publishAt: inDays(-1) },
    to: { publishAt: "2099-01-01T09:00" },
    says: /^conflict: .*went live already/,
  },
  {
    name: "going live into the past",
    story: { publishAt: inDays(2) },
    to: { publishAt: "2020-01-01T09:00" },
    says: /^invalid: That time has passed/,
  },
  {
    name: "expiring into the past",
    story: { expiresAt: inDays(2) },
    to: { expiresAt: "2020-01-01T09:00" },
    says: /^invalid: .*archive it/,
  },
  {
    name: "going live after it expires",
    story: { publishAt: inDays(2), expiresAt: inDays(3) },
    to: { publishAt: "2099-01-01T09:00" },
    says: /^invalid: A story expires after/,
  },
  {
    name: "an archived story",
    story: { state: "archived" as const },
    to: { expiresAt: "2099-01-01T09:00" },
    says: /^conflict: .*archived/,
  },
])("$name is refused in a sentence", async ({ story, to, says }) => {
  const curator = await makeCurator();
  const { id: storyId } = await makeLiveStory(curator, story);
  expect(await outcomeOf(moveStory(curator, moveStoryInput.parse({ storyId, version: 1, ...to })))).toMatch(
    says,
  );
});

test("of two who move the same story the second is told so", async () => {
  const curator = await makeCurator();
  const { id: storyId } = await makeLiveStory(curator, { publishAt: inDays(3) });
  const to = (publishAt: string) => outcomeOf(moveStory(curator, { storyId, version: 1, publishAt }));
  expect(await to("2099-01-01T09:00")).toBe("done");
  expect(await to("2099-01-02T09:00")).toMatch(/^conflict: Somebody else changed/);
});

test("another organization's story is not found, and an employee may neither look nor move", async () => {
  const curator = await makeCurator();
  const employee = await makeActor(curator.organizationId);
  const foreigner = await makeForeignActor();
  const { id: storyId } = await makeLiveStory(curator, { publishAt: new Date("2099-01-05T09:00Z") });
  const range = { from: "2099-01-01", to: "2099-01-31" };
  const move = { storyId, version: 1, publishAt: "2099-01-01T09:00" };

  expect((await listPlanned(curator, range)).moments).toHaveLength(1);
  expect((await listPlanned(foreigner, range)).moments).toEqual([]);
  await expect(moveStory(foreigner, move)).rejects.toMatchObject({ code: "not_found" });
  await expect(moveStory(employee, move)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listPlanned(employee, range)).rejects.toMatchObject({ code: "forbidden" });
});
