import { and, asc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { connections } from "#db/schema/connections.ts";
import { engagementSnapshots } from "#db/schema/engagement.ts";
import { links } from "#db/schema/links.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import { memberTopics, topics } from "#db/schema/topics.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { noClicks } from "#lib/clicks/click-sums.ts";
import { sumClicksByLink } from "#lib/clicks/queries.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { networks } from "#lib/networks/networks.ts";
import { listAgreementsOf } from "#lib/shares/agreements/queries.ts";
import { listRecognitionAndPledges } from "./between/queries.ts";

const pageSize = 200;

/**
 * All that Herald keeps of the member's own doing, as JSON in pieces: a long record never stands in memory as a whole. No
 * token is in it, and no figure that a network's terms do not let us hand on.
 */
export async function* writeRecord(actor: MemberActor): AsyncGenerator<string> {
  const head = { exportedAt: clock.now(), grades, ...(await getPerson(actor)) };
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "connections": ${JSON.stringify(await listAccounts(actor))},\n`;
  yield ' "shares": [';
  yield* writeList((after) => listShares(actor, after));
  yield '\n ],\n "points": [';
  yield* writeList((after) => listPoints(actor, after));
  const { badges, thanks, pledges, looks } = await listRecognitionAndPledges(actor);
  yield `\n ],\n "badges": ${JSON.stringify(badges)},\n "thanks": ${JSON.stringify(thanks)},\n`;
  yield ` "pledges": ${JSON.stringify(pledges)},\n "lookedAtBy": ${JSON.stringify(looks)}\n}\n`;
}

const grades = {
  measured: "Counted by Herald itself.",
  reported: "Said by a network. Not added to what was measured.",
  attested: "Said by you.",
};

async function* writeList(next: (after: string | null) => Promise<{ id: string }[]>): AsyncGenerator<string> {
  let after: string | null = null;
  for (;;) {
    const page: { id: string }[] = await next(after);
    const isFirst = after === null;
    yield page.map((item, at) => `${isFirst && at === 0 ? "" : ","}\n  ${JSON.stringify(item)}`).join("");
    if (page.length < pageSize) return;
    after = page.at(-1)?.id ?? null;
  }
}

async function getPerson(actor: MemberActor) {
  const [row] = await db
    .select({
      organization: organizations.name,
      profile: {
        name: members.name,
        email: members.email,
        jobTitle: members.jobTitle,
        location: members.location,
        country: members.country,
        language: members.language,
        followedTopics: sql<string[]>`array(
          select ${topics.name} from ${memberTopics} join ${topics}
            on ${topics.organizationId} = ${memberTopics.organizationId} and ${topics.id} = ${memberTopics.topicId}
          where ${memberTopics.organizationId} = ${members.organizationId} and ${memberTopics.memberId} = ${members.id}
          order by ${topics.name})`,
        alias: members.alias,
        shownOnBoardsBy: members.boardName,
        roles: members.roles,
        joinedAt: members.joinedAt,
      },
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.organizationId, actor.organizationId), eq(members.id, actor.memberId)));
  if (!row) throw new DomainError("not_found");
  return row;
}

async function listAccounts(actor: MemberActor) {
  const rows = await db
    .select({
      network: connections.network,
      server: connections.origin,
      handle: connections.handle,
      displayName: connections.displayName,
      profileUrl: connections.profileUrl,
      allowed: connections.grantedScopes,
      status: connections.status,
      isSimulated: connections.isSimulated,
      connectedAt: connections.connectedAt,
    })
    .from(connections)
    .where(
      and(eq(connections.organizationId, actor.organizationId), eq(connections.memberId, actor.memberId)),
    )
    .orderBy(connections.connectedAt);
  return rows.map(({ network, ...account }) => ({ network: networks[network].name, ...account }));
}

/** Ids sort by the time they were made, so a page begins after the last one's last id. */
const page = (id: Parameters<typeof gt>[0], after: string | null): SQL | undefined =>
  after === null ? undefined : gt(id, after);

async function listShares(actor: MemberActor, after: string | null) {
  const rows = await db
    .select({
      id: shares.id,
      story: { title: stories.title, url: stories.url },
      network: shares.network,
      state: shares.state,
      text: shares.text,
      code: links.code,
      linkId: links.id,
      postUrl: shares.postUrl,
      openedAt: shares.intendedAt,
      handedOverAt: shares.handedOverAt,
      scheduledFor: shares.scheduledFor,
      confirmedAt: shares.confirmedAt,
      publishedAt: shares.publishedAt,
      withdrawnAt: shares.withdrawnAt,
    })
    .from(shares)
    .innerJoin(
      stories,
      and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId)),
    )
    .innerJoin(links, and(eq(links.organizationId, shares.organizationId), eq(links.shareId, shares.id)))
    .where(
      and(
        eq(shares.organizationId, actor.organizationId),
        eq(shares.memberId, actor.memberId),
        page(shares.id, after),
      ),
    )
    .orderBy(asc(shares.id))
    .limit(pageSize);
  const clicks = await sumClicksByLink(
    actor,
    rows.map(({ linkId }) => linkId),
  );
  const reports = await listReports(
    actor,
    rows.map(({ id }) => id),
  );
  const agreements = await listAgreementsOf(
    actor,
    rows.map(({ id }) => id),
  );
  return rows.map(({ code, linkId, network, ...share }) => ({
    ...share,
    agreedTo: agreements.get(share.id) ?? [],
    network: networks[network].name,
    link: `${env.PUBLIC_URL}/s/${code}`,
    measured: { clicks: (clicks.get(linkId) ?? noClicks).counted, hits: clicks.get(linkId) ?? noClicks },
    reported: reports.get(share.id) ?? [],
  }));
}

/** What has an end by a network's terms never leaves. */
async function listReports(actor: MemberActor, shareIds: string[]) {
  if (shareIds.length === 0) return new Map<string, object[]>();
  const rows = await db
    .select({
      shareId: engagementSnapshots.shareId,
      takenAt: engagementSnapshots.takenAt,
      source: engagementSnapshots.source,
      impressions: engagementSnapshots.impressions,
      reactions: engagementSnapshots.reactions,
      comments: engagementSnapshots.comments,
      reposts: engagementSnapshots.reposts,
      followers: engagementSnapshots.followers,
    })
    .from(engagementSnapshots)
    .where(
      and(
        eq(engagementSnapshots.organizationId, actor.organizationId),
        inArray(engagementSnapshots.shareId, shareIds),
        isNull(engagementSnapshots.expiresAt),
      ),
    )
    .orderBy(asc(engagementSnapshots.takenAt));
  const byShare = Map.groupBy(rows, ({ shareId }) => shareId);
  return new Map([...byShare].map(([id, reports]) => [id, reports.map(({ shareId: _, ...rest }) => rest)]));
}

const listPoints = (actor: MemberActor, after: string | null) =>
  db
    .select({
      id: scoreEntries.id,
      day: scoreEntries.day,
      occurredAt: scoreEntries.occurredAt,
      points: scoreEntries.points,
      rule: scoreEntries.rule,
      ruleSet: scoreEntries.ruleSet,
      reason: scoreEntries.reason,
      inputs: scoreEntries.inputs,
      shareId: scoreEntries.shareId,
    })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.organizationId, actor.organizationId),
        eq(scoreEntries.memberId, actor.memberId),
        page(scoreEntries.id, after),
      ),
    )
    .orderBy(asc(scoreEntries.id))
    .limit(pageSize);
