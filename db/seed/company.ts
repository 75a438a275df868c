import { type Calendar, createCalendar } from "#db/seed/calendar.ts";
import { createIds, type MakeId } from "#db/seed/ids.ts";
import type { Random } from "#db/seed/random.ts";
import type { Row, Rows } from "#db/seed/rows.ts";
import type { SeedReader } from "#db/seed/rules.ts";
import type { AudienceSeed, CompanySeed, PersonSeed } from "#db/seed/types.ts";

/** An organization whose own rows are planned, with what the plans of stories and shares need of it. */
export type Company = {
  seed: CompanySeed;
  organization: Row<"organizations"> & { id: string; disclosure: string; createdAt: Date };
  calendar: Calendar;
  random: Random;
  makeId: MakeId;
  teamId: (name: string) => string;
  topicId: (name: string) => string;
  campaignId: (key: string) => string;
  memberId: (key: string) => string;
  audience: (key: string) => { id: string; rule: unknown };
  /** What rules ask of a person. */
  readerOf: (person: PersonSeed) => SeedReader;
  /** Notes what a member did, the way the app itself does. */
  audit: (rows: Rows, memberKey: string, action: string, subjectId: string, happenedAt: Date) => void;
};

/** Plans the organization, its teams, topics, campaigns and members. */
export function planCompany(rows: Rows, seed: CompanySeed, now: Date, random: Random): Company {
  const calendar = createCalendar(now, seed.timeZone);
  const makeId = createIds(random.fork("ids"));
  const foundedAt = calendar.workday(seed.founded, "09:00");
  const organization = {
    id: makeId(foundedAt),
    slug: seed.slug,
    name: seed.name,
    accentColor: seed.accentColor,
    timeZone: seed.timeZone,
    disclosure: seed.disclosure,
    requiresDisclosure: true,
    emailDomains: [seed.emailDomain],
    createdAt: foundedAt,
  };
  const organizationId = organization.id;
  const ids = (values: readonly string[]) => {
    const byName = new Map(values.map((value) => [value, makeId(foundedAt)]));
    return (name: string): string => {
      const id = byName.get(name);
      if (!id) throw new Error(`${seed.name} has no ${name}`);
      return id;
    };
  };
  const audienceId = ids(seed.audiences.map(({ key }) => key));
  const company: Company = {
    seed,
    organization,
    calendar,
    random,
    makeId,
    teamId: ids(seed.teams),
    topicId: ids(seed.topics),
    campaignId: ids(seed.campaigns.map(({ key }) => key)),
    memberId: ids(seed.people.map(({ key }) => key)),
    audience: (key) => {
      const audience = seed.audiences.find((candidate) => candidate.key === key);
      return { id: audienceId(key), rule: audience && ruleOf(company, audience) };
    },
    readerOf: (person) => readerOf(company, person),
    audit: (rows, memberKey, action, subjectId, happenedAt) =>
      rows.auditEvents.push({
        organizationId,
        id: makeId(happenedAt),
        memberId: company.memberId(memberKey),
        action,
        subjectId,
        happenedAt,
      }),
  };

  const named = (id: (name: string) => string) => (name: string) => ({
    organizationId,
    id: id(name),
    name,
    createdAt: foundedAt,
  });
  rows.organizations.push(organization);
  rows.teams.push(...seed.teams.map(named(company.teamId)));
  rows.topics.push(...seed.topics.map(named(company.topicId)));
  for (const { topic, by } of seed.approvers ?? [])
    rows.topicApprovers.push({
      organizationId: company.organization.id,
      topicId: company.topicId(topic),
      memberId: company.memberId(by),
    });
  for (const campaign of seed.campaigns)
    rows.campaigns.push({
      organizationId,
      id: company.campaignId(campaign.key),
      name: campaign.name,
      startsOn: calendar.dateIn(campaign.startsInDays),
      endsOn: calendar.dateIn(campaign.endsInDays),
      brief: campaign.brief,
      goalShares: campaign.goalShares,
      goalClicks: campaign.goalClicks,
      goalParticipants: campaign.goalParticipants,
      utmCampaign: campaign.utmCampaign,
      createdAt: foundedAt,
    });
  for (const { key, name } of seed.audiences)
    rows.audiences.push({
      organizationId,
      ...company.audience(key),
      name,
      createdAt: foundedAt,
      updatedAt: foundedAt,
    });
  for (const person of seed.people) planMember(rows, company, person);
  return company;
}

function planMember(rows: Rows, company: Company, person: PersonSeed): void {
  const { organization, calendar, makeId, random } = company;
  const joinedAt = calendar.workday(
    company.seed.founded - random.between(1, 8),
    `${random.between(10, 16)}:${random.between(10, 59)}`,
  );
  const email = person.email ?? emailOf(person.name, company.seed.emailDomain);
  const userId = makeId(joinedAt);
  const memberId = company.memberId(person.key);
  const key = { organizationId: organization.id, memberId };
  rows.users.push({ id: userId, name: person.name, email, emailVerified: joinedAt, createdAt: joinedAt });
  const { topicIds, teamId, ...place } = company.readerOf(person);
  rows.members.push({
    organizationId: organization.id,
    id: memberId,
    userId,
    email,
    name: person.name,
    alias: person.alias ?? "",
    boardName: person.boardName ?? "name",
    ...place,
    teamId,
    joinedAt,
    feedSeenAt: calendar.workday(1, "08:50"),
    feedSeenBeforeAt: calendar.workday(4, "08:45"),
    createdAt: joinedAt,
  });
  company.audit(rows, person.key, "member.join", memberId, joinedAt);
  for (const topicId of topicIds) rows.memberTopics.push({ ...key, topicId, createdAt: joinedAt });
  for (const team of person.manages ?? []) rows.teamManagers.push({ ...key, teamId: company.teamId(team) });
}

/** What rules ask of a person; the offices take them in turn. */
function readerOf({ seed, teamId, topicId }: Company, person: PersonSeed): SeedReader {
  const office = seed.offices[seed.people.indexOf(person) % seed.offices.length];
  if (!office) throw new Error(`${seed.name} has no office`);
  return {
    ...office,
    teamId: teamId(person.team),
    roles: person.roles ?? ["employee"],
    jobTitle: person.jobTitle,
    jobFunction: seed.jobFunctions[person.team] ?? "",
    isExecutive: person.jobTitle.startsWith("Head of "),
    topicIds: (person.follows ?? []).map(topicId),
  };
}

/** The rule as the app saves it: with ids for names. */
function ruleOf({ teamId, topicId }: Company, { match, conditions }: AudienceSeed) {
  const idIn: Record<string, (name: string) => string> = { team: teamId, topic: topicId };
  return {
    match,
    conditions: conditions.map((condition) => ({
      ...condition,
      values: condition.values.map((value) => idIn[condition.field]?.(value) ?? value),
    })),
  };
}

/** "Søren Ø'Neill" is soren.oneill@…: letters and dots, whatever the alphabet. */
function emailOf(name: string, domain: string): string {
  const plain = name
    .toLowerCase()
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .normalize("NFD")
    .replace(/[^a-z ]/g, "");
  return `${plain.replace(/ +/g, ".")}@${domain}`;
}
