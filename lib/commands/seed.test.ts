import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "#db/client.ts";
import { openPglite } from "#db/pglite/open-pglite.ts";
import { scenes } from "#db/seed/illustrations/scenes.ts";
import { isEmpty, planDemo, writeDemo } from "#db/seed/seed.ts";
import { writeHistory } from "#lib/commands/seed-history.ts";
import { seedRules } from "#lib/commands/seed-rules.ts";
import { saysDisclosure } from "#lib/shares/disclosure.ts";

const now = new Date("2026-03-11T10:20:00Z");
const plan = (seed = "herald", at = now) => planDemo({ size: "small", now: at, seed }, seedRules);

function fingerprint(demo: ReturnType<typeof plan>): string {
  const clicks = demo.companies.map(({ company, shares }) =>
    shares.map((share) => demo.clicksOf(company, share)),
  );
  const { imageFiles: _, ...rows } = demo.rows;
  return createHash("sha256")
    .update(JSON.stringify([rows, clicks]))
    .digest("hex");
}

test("the same seed and the same present give the same rows, ids included; another seed gives others", () => {
  const first = fingerprint(plan());
  expect(fingerprint(plan())).toBe(first);
  expect(fingerprint(plan("another"))).not.toBe(first);
});

test.each([
  { name: "on a Wednesday morning", at: now },
  { name: "on a Sunday night", at: new Date("2026-03-15T23:50:00Z") },
  {
    name: "on a Monday just after midnight, when the clocks have changed",
    at: new Date("2026-03-29T22:05:00Z"),
  },
])("nothing has happened in the future, $name", ({ at }) => {
  const demo = plan("herald", at);
  const { stories, outsideReviewers, ...others } = demo.rows;
  // A link for somebody outside ends in the future; all else about it has happened.
  const invitations = outsideReviewers.map(({ expiresAt: _, ...happened }) => happened);
  const moments = [...Object.values(others), invitations]
    .flat()
    // When a feed is asked next is a plan, and nothing that has happened.
    .flatMap((row) => Object.entries(row).flatMap(([name, value]) => (name === "nextPollAt" ? [] : value)))
    .filter((value) => value instanceof Date);
  const clicks = demo.companies.flatMap(({ company, shares }) =>
    shares.flatMap((share) => demo.clicksOf(company, share).map(({ clickedAt }) => clickedAt)),
  );
  for (const moment of [...moments, ...clicks]) expect(moment.getTime()).toBeLessThanOrEqual(at.getTime());
  for (const story of stories)
    expect(story.updatedAt?.getTime(), story.title).toBeLessThanOrEqual(at.getTime());
});

test("every share that was handed over says the disclosure of its organization and fits its network", () => {
  const { companies } = plan();
  for (const { company, shares } of companies)
    for (const { row } of shares) {
      if (!row.handedOverAt) continue;
      expect(saysDisclosure(row.text, company.organization.disclosure), row.text).toBe(true);
      expect(seedRules.fits(row.network, row.text, true), row.text).toBe(true);
    }
});

test("what employees can see has captions, and was approved by somebody who had no hand in it", () => {
  const { stories, captions, reviews, members } = plan().rows;
  for (const story of stories.filter(({ state }) => state === "approved" || state === "archived")) {
    expect(captions.filter(({ storyId }) => storyId === story.id).length, story.title).toBeGreaterThan(1);
    const decisions = reviews.filter(({ storyId }) => storyId === story.id);
    const approval = decisions.find(({ decision }) => decision === "approved");
    const submitters = decisions.filter(({ decision }) => decision === "submitted").map((by) => by.memberId);
    expect(approval?.decidedAt, story.title).toEqual(story.approvedAt);
    expect([story.authorId, ...submitters], story.title).not.toContain(approval?.memberId);
    const decider = members.find(({ id }) => id === approval?.memberId);
    expect(
      decider?.roles?.some((role) => role === "curator" || role === "admin"),
      story.title,
    ).toBe(true);
  }
});

test("each illustration is printed, and small enough to be shipped", () => {
  const files = scenes.map(({ name }) => `db/seed/images/${name}.webp`);
  const sizes = files.map((file) => statSync(file).size);
  expect(Math.max(...sizes)).toBeLessThan(120 * 1024);
  expect(sizes.reduce((total, size) => total + size)).toBeLessThan(2 * 1024 * 1024);
});

test("the database takes it, totals are the sums of the entries, and no click counts twice", async () => {
  const { db, close } = openPglite({ snapshot: process.env.HERALD_TEST_SNAPSHOT });
  const media = mkdtempSync(join(tmpdir(), "herald-seed-"));
  const demo = plan();
  expect(await isEmpty(db)).toBe(true);

  await db.transaction(async (tx) => {
    await writeDemo(tx, demo, media);
    for (const company of demo.companies) await writeHistory(tx, demo, company);
  });

  expect(await isEmpty(db)).toBe(false);
  expect(await numbers(db, "select count(*) from organizations")).toEqual([2]);
  expect(await numbers(db, doubleCounted)).toEqual([0]);
  expect(await numbers(db, waitingToBeScored)).toEqual([0]);
  const [entries = 0] = await numbers(db, "select sum(points) from score_entries");
  expect(await numbers(db, "select sum(points) from score_days")).toEqual([entries]);
  expect(entries).toBeGreaterThan(1000);
  expect(demo.rows.imageFiles.every(({ to }) => existsSync(join(media, to)))).toBe(true);
  await close();
}, 60_000);

const waitingToBeScored = `select count(*) from clicks join links using (organization_id)
  join shares on shares.organization_id = links.organization_id and shares.id = links.share_id
  where links.id = clicks.link_id and counted and scored_at is null and shares.state = 'confirmed'`;

const doubleCounted = `select count(*) from (
  select 1 from clicks where counted group by organization_id, link_id, visitor, date_trunc('hour', clicked_at) having count(*) > 1
) twice`;

async function numbers(db: Database, query: string): Promise<number[]> {
  const result = (await db.execute(sql.raw(query))) as unknown as { rows: Record<string, unknown>[] };
  return result.rows.map((row) => Number(Object.values(row)[0]));
}
