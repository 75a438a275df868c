import { localHour, plusDays, plusHours } from "#db/seed/calendar.ts";
import type { Company } from "#db/seed/company.ts";
import type { Random } from "#db/seed/random.ts";
import type { Row, Rows } from "#db/seed/rows.ts";
import type { SeedRules } from "#db/seed/rules.ts";
import type { PlannedStory } from "#db/seed/stories.ts";
import type { Network, PersonSeed } from "#db/seed/types.ts";
import { createPen, findOwnVoice, type Pen, type Words } from "#db/seed/words.ts";

export type PlannedShare = {
  row: Row<"shares"> & { id: string };
  linkId: string;
  story: PlannedStory;
  person: PersonSeed;
};

/** How likely somebody of activity 1 is to share a given story; with three or four new ones a week that is once a week. */
const appetite = 0.29;

/** Plans who shared the story, when, where and in which words; every share with its link. */
export function planShares(
  rows: Rows,
  company: Company,
  story: PlannedStory,
  rules: SeedRules,
): PlannedShare[] {
  const random = company.random.fork(`shares of ${story.seed.key}`);
  const { publishAt, expiresAt, approvedAt } = story.row;
  if (!publishAt || !approvedAt || publishAt > company.calendar.now) return [];
  const pen = createPen(company, story, random);
  const end = story.seed.life.is === "archived" ? (story.row.updatedAt ?? null) : (expiresAt ?? null);
  const planned: PlannedShare[] = [];
  for (const person of company.seed.people) {
    const mayRead = isFor(company, story, person, rules);
    const isOwnIdea = story.seed.suggestedBy === person.key || findOwnVoice(story, person) !== undefined;
    const likelihood =
      appetite * person.activity * (0.7 + (story.seed.pull ?? 1) * 0.3) * company.seed.sharing;
    const isLeft = story.seed.waiting?.by === person.key || story.seed.notYetBy?.includes(person.key);
    const wants = random.chance(Math.min(0.85, likelihood)) || isOwnIdea;
    if (!mayRead || isLeft || !wants) continue;
    const intendedAt = pickMoment(company, random, publishAt);
    if (intendedAt > plusHours(company.calendar.now, -0.5) || (end && intendedAt > end)) continue;
    planned.push(planShare(rows, { company, story, person, random, rules, pen }, intendedAt, isOwnIdea));
  }
  const waiting = planWaiting(rows, company, story, random, rules);
  return waiting ? [...planned, waiting] : planned;
}

function isFor(company: Company, { seed }: PlannedStory, person: PersonSeed, rules: SeedRules): boolean {
  if (seed.audience) return rules.meetsRule(company.audience(seed.audience).rule, company.readerOf(person));
  return !seed.teams || seed.teams.includes(person.team);
}

type Circumstances = {
  company: Company;
  story: PlannedStory;
  person: PersonSeed;
  random: Random;
  rules: SeedRules;
  pen: Pen;
};

function planShare(rows: Rows, at: Circumstances, intendedAt: Date, isSure: boolean): PlannedShare {
  const { random, company } = at;
  const fate = isSure ? 1 : random.next();
  if (fate < 0.03)
    return addShare(rows, at, { intendedAt, network: "elsewhere", words: null, state: "intended" });

  const network = pickNetwork(at, isSure);
  const words = fitting(at, network);
  const handedOverAt = plusHours(intendedAt, random.between(1, 9) / 60);
  const answeredAt = plusHours(
    handedOverAt,
    random.chance(0.8) ? random.between(1, 12) / 60 : random.between(3, 30),
  );
  // The demo accounts are asked about one share only: the one that is planned for it.
  const isOpen = (fate < 0.09 && !at.person.email) || answeredAt > company.calendar.now;
  const state = isOpen ? "intended" : fate < 0.14 ? "withdrawn" : "confirmed";
  return addShare(rows, at, { intendedAt, handedOverAt, answeredAt, network, words, state });
}

/** The one share that somebody was asked about and has not answered for yet. */
function planWaiting(
  rows: Rows,
  company: Company,
  story: PlannedStory,
  random: Random,
  rules: SeedRules,
): PlannedShare | null {
  const { waiting } = story.seed;
  const person = company.seed.people.find(({ key }) => key === waiting?.by);
  if (!waiting || !person) return null;
  const intendedAt = company.calendar.hoursAgo(waiting.hoursAgo);
  const handedOverAt = plusHours(intendedAt, 0.05);
  const pen: Pen = { write: () => ({ text: waiting.text, captionId: null }) };
  const at = { company, story, person, random, rules, pen };
  const words = pen.write(person, "linkedin");
  return addShare(rows, at, { intendedAt, handedOverAt, network: "linkedin", words, state: "intended" });
}

type Course = {
  intendedAt: Date;
  handedOverAt?: Date;
  answeredAt?: Date;
  network: Network;
  words: Words | null;
  state: "intended" | "confirmed" | "withdrawn";
};

function addShare(rows: Rows, at: Circumstances, course: Course): PlannedShare {
  const { company, story, person, rules, random } = at;
  const { organization, makeId, memberId } = company;
  const { intendedAt, network, words, state } = course;
  const organizationId = organization.id;
  const answeredAt = course.answeredAt ?? null;
  const row: PlannedShare["row"] = {
    organizationId,
    id: makeId(intendedAt),
    storyId: story.row.id,
    memberId: memberId(person.key),
    network,
    state,
    text: words ? rules.withDisclosure(words.text, organization.disclosure) : "",
    captionId: words?.captionId ?? null,
    similarity: words
      ? rules.similarityToCaptions(
          words.text,
          story.captions.map((caption) => caption.text),
        )
      : 1,
    postUrl: state === "confirmed" && random.chance(0.25) ? postAddress(network, random) : null,
    requestId: makeId(intendedAt),
    intendedAt,
    handedOverAt: course.handedOverAt ?? null,
    confirmedAt: state === "confirmed" ? answeredAt : null,
    withdrawnAt: state === "withdrawn" ? answeredAt : null,
  };
  const linkId = makeId(intendedAt);
  const code = makeCode(random);
  const targetUrl = story.row.url
    ? rules.withUtm(story.row.url, { utmSource: "herald", utmMedium: "employee", utmCampaign: "" })
    : `${rules.publicUrl}/read/${code}`;
  rows.shares.push(row);
  rows.links.push({ organizationId, id: linkId, shareId: row.id, code, targetUrl, createdAt: intendedAt });
  rows.linkCodes.push({ code, organizationId, linkId });
  if (state !== "intended" && answeredAt)
    company.audit(
      rows,
      person.key,
      state === "confirmed" ? "share.confirm" : "share.decline",
      row.id,
      answeredAt,
    );
  return { row, linkId, story, person };
}

/** Words that the network takes: what is too long for it becomes its own caption. */
function fitting({ pen, person, story, company, rules }: Circumstances, network: Network): Words {
  const words = pen.write(person, network);
  if (rules.fits(network, rules.withDisclosure(words.text, company.organization.disclosure), true))
    return words;
  const caption =
    story.captions.find((choice) => choice.network === network) ??
    story.captions.find((choice) => !choice.network);
  if (!caption) throw new Error(`${story.seed.key} has no caption for ${network}`);
  return { text: caption.text, captionId: caption.id };
}

function pickNetwork({ random, story, person, company, rules }: Circumstances, isSure: boolean): Network {
  const own = isSure ? findOwnVoice(story, person) : undefined;
  const chance = random.next();
  if (chance < 0.68) return "linkedin";
  if (chance < 0.87)
    return own && !rules.fits("x", rules.withDisclosure(own, company.organization.disclosure), true)
      ? "linkedin"
      : "x";
  return chance < 0.95 ? "email" : "elsewhere";
}

/** Most share on the day itself, some in the days after; in the hours in which people look at their telephones. */
function pickMoment(company: Company, random: Random, publishAt: Date): Date {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const moment = plusDays(publishAt, 0.02 - Math.log(1 - random.next()) * 1.6);
    const { hour, weekday } = localHour(moment, company.seed.timeZone);
    const isLikely = hour >= 7 && hour <= 21 && random.chance(weekday % 6 === 0 ? 0.25 : hour > 18 ? 0.4 : 1);
    if (isLikely) return moment;
  }
  return plusHours(publishAt, 2);
}

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const makeCode = (random: Random): string =>
  Array.from({ length: 12 }, () => random.pick([...alphabet])).join("");

function postAddress(network: Network, random: Random): string | null {
  const digits = Array.from({ length: 18 }, () => random.between(0, 9)).join("");
  if (network === "linkedin") return `https://www.linkedin.com/feed/update/urn:li:share:7${digits}/`;
  return network === "x" ? `https://x.com/i/web/status/1${digits}` : null;
}
