import type { Company } from "#db/seed/company.ts";
import type { Rows } from "#db/seed/rows.ts";
import type { PledgeSeed, ThanksSeed } from "#db/seed/types.ts";

/** A promise, made on its first day. */
export function planPledge(rows: Rows, company: Company, pledge: PledgeSeed): void {
  const { organization, calendar, makeId, memberId, teamId, campaignId, topicId } = company;
  const organizationId = organization.id;
  const madeAt = calendar.workday(pledge.since, "09:20");
  const id = makeId(madeAt);
  const endsOn = calendar.dateIn(pledge.endsInDays);
  const promiser = pledge.team
    ? { memberId: null, teamId: teamId(pledge.team) }
    : { memberId: memberId(pledge.by), teamId: null };
  rows.pledges.push({
    ...{ organizationId, id, ...promiser, madeById: memberId(pledge.by), shares: pledge.shares },
    ...{ isWeekly: pledge.isWeekly, note: pledge.note },
    campaignId: pledge.campaign ? campaignId(pledge.campaign) : null,
    topicId: pledge.topic ? topicId(pledge.topic) : null,
    startsOn: madeAt.toISOString().slice(0, 10),
    endsOn,
    state: "open",
    createdAt: madeAt,
  });
  for (const dependent of pledge.dependents)
    rows.pledgeDependents.push({ organizationId, pledgeId: id, memberId: memberId(dependent) });
}

/** A colleague's thanks. */
export function planThanks(rows: Rows, company: Company, { from, to, note, daysAgo }: ThanksSeed): void {
  const { organization, calendar, makeId, memberId } = company;
  const createdAt = calendar.workday(daysAgo, "16:05");
  rows.thanks.push({
    ...{ organizationId: organization.id, id: makeId(createdAt), fromId: memberId(from), toId: memberId(to) },
    ...{ note, requestId: makeId(createdAt), createdAt },
  });
}
