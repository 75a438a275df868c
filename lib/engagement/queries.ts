import { and, asc, desc, eq, gt, isNull, ne, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { connections } from "#db/schema/connections.ts";
import { engagementSnapshots, engagementWatches } from "#db/schema/engagement.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import { sayAgo, sayMoment } from "#lib/calendar.ts";
import { clock } from "#lib/clock.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import { keptHours } from "#lib/networks/kept-hours.ts";
import { networks } from "#lib/networks/networks.ts";
import { getNetworkSettings } from "#lib/networks/settings/queries.ts";
import { sumReported } from "./group-sums.ts";
import type { GroupEngagement, ShareEngagement } from "./schemas.ts";
import { figureNames } from "./snapshots/figures.ts";
import { accountSource } from "./snapshots/sources.ts";
import { figureWords, sayWatch } from "./words.ts";

/** What the network reported of the member's own share. Null where nothing was reported, and nothing will be. */
export async function findShareEngagement(
  actor: MemberActor,
  shareId: string,
): Promise<ShareEngagement | null> {
  const watch = await findWatch(actor, shareId);
  if (!watch) return null;
  const { network, timeZone, connection, grantedScopes, endReason, nextAt } = watch;
  const [[last], [first], settings] = await Promise.all([
    listReports(actor, shareId).orderBy(desc(engagementSnapshots.takenAt)).limit(1),
    listFollowers(actor, shareId).orderBy(asc(engagementSnapshots.takenAt)).limit(1),
    getNetworkSettings(actor),
  ]);
  const mayAsk = adapterOf(network)?.measurer.canMeasure(grantedScopes) ?? false;
  const isAsked = settings[network].measures && mayAsk;
  if (!isAsked && !last) return null;

  const now = clock.now();
  const { name: networkName, connecting } = networks[network];
  const reports = figureNames.filter((figure) => connecting?.reports.includes(figure));
  return {
    networkName,
    report: last
      ? {
          source: last.source,
          takenAt: last.takenAt.toISOString(),
          takenWhen: sayAgo(last.takenAt, now, timeZone),
          figures: reports.map((figure) => ({ name: figureWords[figure], value: last[figure] })),
        }
      : null,
    followers:
      first && first.followers !== null
        ? { count: first.followers, when: sayMoment(first.takenAt, now, timeZone) }
        : null,
    keptUntil: last?.expiresAt ? sayMoment(last.expiresAt, now, timeZone) : null,
    note: sayWatch({
      ...{ networkName, isAsked, endReason, connection },
      hasReport: last !== undefined,
      keptHours: watch.hasBeenAsked ? keptHours(network) : null,
      nextWhen: nextAt && (nextAt > now ? sayMoment(nextAt, now, timeZone) : "within minutes"),
    }),
  };
}

/**
 * For the desk: what networks reported of a story's shares together. What a network's terms make us forget is for the person
 * alone: LinkedIn's are to be shown only to people tied to the profile.
 */
export async function sumStoryEngagement(actor: Actor, storyId: string): Promise<GroupEngagement> {
  const reports = await db
    .selectDistinctOn([engagementSnapshots.shareId], {
      memberId: shares.memberId,
      impressions: engagementSnapshots.impressions,
      reactions: engagementSnapshots.reactions,
      comments: engagementSnapshots.comments,
      reposts: engagementSnapshots.reposts,
    })
    .from(engagementSnapshots)
    .innerJoin(
      shares,
      and(
        eq(shares.organizationId, engagementSnapshots.organizationId),
        eq(shares.id, engagementSnapshots.shareId),
      ),
    )
    .where(
      and(
        eq(shares.organizationId, actor.organizationId),
        eq(shares.storyId, storyId),
        isNull(engagementSnapshots.expiresAt),
        ne(engagementSnapshots.source, accountSource),
      ),
    )
    .orderBy(engagementSnapshots.shareId, desc(engagementSnapshots.takenAt));
  return sumReported(reports);
}

async function findWatch(actor: MemberActor, shareId: string) {
  const [watch] = await db
    .select({
      network: engagementWatches.network,
      nextAt: engagementWatches.nextAt,
      endReason: engagementWatches.endReason,
      startedAt: engagementWatches.startedAt,
      changedAt: engagementWatches.changedAt,
      connection: connections.status,
      grantedScopes: connections.grantedScopes,
      timeZone: organizations.timeZone,
    })
    .from(engagementWatches)
    .innerJoin(organizations, eq(organizations.id, engagementWatches.organizationId))
    .innerJoin(
      shares,
      and(
        eq(shares.organizationId, engagementWatches.organizationId),
        eq(shares.id, engagementWatches.shareId),
        eq(shares.memberId, actor.memberId),
      ),
    )
    .innerJoin(
      connections,
      and(
        eq(connections.organizationId, engagementWatches.organizationId),
        eq(connections.id, engagementWatches.connectionId),
      ),
    )
    .where(
      and(eq(engagementWatches.organizationId, actor.organizationId), eq(engagementWatches.shareId, shareId)),
    );
  return watch && { ...watch, hasBeenAsked: watch.changedAt > watch.startedAt };
}

const listReports = (actor: MemberActor, shareId: string) =>
  db
    .select()
    .from(engagementSnapshots)
    .where(and(isOf(actor, shareId), ne(engagementSnapshots.source, accountSource)))
    .$dynamic();

const listFollowers = (actor: MemberActor, shareId: string) =>
  db
    .select()
    .from(engagementSnapshots)
    .where(and(isOf(actor, shareId), eq(engagementSnapshots.source, accountSource)))
    .$dynamic();

/** What is past its time is never read, deleted or not. */
const isOf = ({ organizationId }: MemberActor, shareId: string) =>
  and(
    eq(engagementSnapshots.organizationId, organizationId),
    eq(engagementSnapshots.shareId, shareId),
    or(isNull(engagementSnapshots.expiresAt), gt(engagementSnapshots.expiresAt, clock.now())),
  );
