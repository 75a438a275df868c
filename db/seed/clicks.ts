import { localHour, plusHours } from "#db/seed/calendar.ts";
import type { Company } from "#db/seed/company.ts";
import type { Random } from "#db/seed/random.ts";
import type { Row } from "#db/seed/rows.ts";
import type { SeedHit, SeedRules } from "#db/seed/rules.ts";
import type { PlannedShare } from "#db/seed/shares.ts";

/** Visitors that an ordinary share brings, by network; now and then one travels much further. */
const readers = {
  linkedin: 7,
  x: 4,
  bluesky: 3,
  mastodon: 2,
  threads: 3,
  facebook: 4,
  whatsapp: 2,
  email: 2.4,
  elsewhere: 2,
};
const referrers = {
  linkedin: ["www.linkedin.com", "lnkd.in", null],
  bluesky: ["bsky.app", "go.bsky.app", null],
  mastodon: [null],
  threads: ["www.threads.com", null],
  facebook: ["l.facebook.com", "m.facebook.com", null],
  whatsapp: [null],
  x: ["t.co"],
  email: [null],
  elsewhere: [null],
};
/** How awake the readers are, by hour of their day. */
const hours = [2, 1, 1, 1, 1, 3, 8, 15, 19, 17, 14, 13, 16, 15, 12, 11, 12, 14, 13, 12, 13, 12, 8, 4];
const busiest = Math.max(...hours);
/** Each as often as it stands here; null is a user agent that does not say. */
const devices = [
  "phone",
  "desktop",
  "phone",
  "desktop",
  "phone",
  "desktop",
  "phone",
  "tablet",
  null,
] as const;
const abroad = ["DE", "GB", "US", "NL", "FR", "BE", "PT", "ES"];

/** The hits on a share's link, oldest first. A share that nobody posted has none. */
export function planClicks(company: Company, share: PlannedShare, rules: SeedRules): Row<"clicks">[] {
  const { row, linkId } = share;
  if (row.state === "withdrawn" || !row.handedOverAt) return [];
  const random = company.random.fork(`clicks of ${share.story.seed.key} by ${share.person.key}`);
  const from = row.handedOverAt;
  const hits: SeedHit[] = [];
  const hit = (
    kind: SeedHit["kind"],
    clickedAt: Date,
    visitor = makeVisitor(random),
    exclusion: SeedHit["exclusion"] = null,
  ) => {
    if (clickedAt < company.calendar.now) hits.push({ linkId, visitor, kind, clickedAt, exclusion });
  };

  for (let left = random.between(0, row.network === "linkedin" ? 3 : 2); left > 0; left -= 1)
    hit("bot", plusHours(from, random.between(1, 200) / 3600));
  for (let left = visitorsOf(share, company.seed.readership, random); left > 0; left -= 1) {
    const visitor = makeVisitor(random);
    const clickedAt = readingMoment(company, random, from);
    hit("human", clickedAt, visitor);
    if (random.chance(0.09)) hit("human", plusHours(clickedAt, random.between(1, 50) / 60), visitor);
    if (random.chance(0.05)) hit("prefetch", plusHours(clickedAt, -0.001));
    if (random.chance(0.06)) hit("bot", plusHours(clickedAt, random.between(1, 400) / 60));
  }
  if (random.chance(0.3)) hit("human", plusHours(from, 0.02), makeVisitor(random), "own");
  if (random.chance(0.02)) {
    const script = makeVisitor(random);
    for (let left = random.between(3, 12); left > 0; left -= 1)
      hit("human", plusHours(from, 5 + left / 600), script, "limited");
  }
  hits.sort((one, other) => one.clickedAt.getTime() - other.clickedAt.getTime());

  const counted = new Set(rules.countedHits(hits));
  return hits.map((stored) => ({
    organizationId: company.organization.id,
    id: company.makeId(stored.clickedAt),
    ...stored,
    counted: counted.has(stored),
    hour: new Date(Math.floor(stored.clickedAt.getTime() / 3_600_000) * 3_600_000),
    ...originOf(company, share, stored, random),
    scoredAt: counted.has(stored) ? soonAfter(stored.clickedAt, company.calendar.now) : null,
  }));
}

/** A reader has the same device and country at each visit; a machine says nothing about either. */
function originOf(company: Company, { row }: PlannedShare, { kind, visitor }: SeedHit, random: Random) {
  if (kind !== "human") return { referrerHost: null, device: null, country: null };
  const who = Number.parseInt(visitor.slice(0, 8), 16);
  return {
    referrerHost: random.pick(referrers[row.network]),
    device: devices[who % devices.length] ?? null,
    country: (who % 2 && abroad[(who >>> 8) % abroad.length]) || company.seed.country,
  };
}

function visitorsOf({ row, story, person }: PlannedShare, readership: number, random: Random): number {
  const reach = 0.4 + random.next() ** 2 * 2.2 + Math.min(1, person.activity / 3);
  const isOwnWords = row.similarity < 0.7;
  const luck = random.next();
  const travels = row.state !== "confirmed" ? 0.6 : luck > 0.985 ? 14 : luck > 0.93 ? 3.5 : 1;
  const usual =
    readers[row.network] * readership * (story.seed.pull ?? 1) * reach * (isOwnWords ? 1.25 : 0.75);
  return Math.round(usual * travels * (0.35 + random.next() * 0.8));
}

/** Half of the readers come within ten hours, the last ones weeks later, nearly all while they are awake. */
function readingMoment(company: Company, random: Random, from: Date): Date {
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const moment = plusHours(from, 0.03 - Math.log(1 - random.next()) * (random.chance(0.8) ? 13 : 110));
    const { hour, weekday } = localHour(moment, company.seed.timeZone);
    const weekend = weekday % 6 === 0 ? 0.55 : 1;
    if (random.chance(((hours[hour] ?? 0) / busiest) * weekend)) return moment;
  }
  return plusHours(from, 1);
}

function makeVisitor(random: Random): string {
  const hex = Buffer.from(random.bytes(16)).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const soonAfter = (moment: Date, now: Date): Date =>
  new Date(Math.min(moment.getTime() + 40_000, now.getTime()));
