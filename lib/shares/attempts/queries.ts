import { and, asc, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { connections } from "#db/schema/connections.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { sayMoment } from "#lib/calendar.ts";
import { clock } from "#lib/clock.ts";
import type { Account } from "#lib/networks/account.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import { coversPost } from "#lib/networks/costs/queries.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import type { FrozenPost, UnknownPost } from "#lib/networks/publisher.ts";
import { isShare } from "../queries.ts";
import { sayOutcome, sayReason } from "../sentences.ts";
import { wentOut } from "../went-out.ts";
import type { Attempt, Publication } from "./schemas.ts";
import { stepsOf } from "./steps.ts";

export type AttemptRow = typeof publishAttempts.$inferSelect;
type ShareKey = { organizationId: string; id: string };

export const ofShare = (share: ShareKey) =>
  and(eq(publishAttempts.organizationId, share.organizationId), eq(publishAttempts.shareId, share.id));

export const isAttempt = ({ organizationId, id }: AttemptRow) =>
  and(eq(publishAttempts.organizationId, organizationId), eq(publishAttempts.id, id));

/** Whether it is of the account that is connected now; a connection may pass to another one. */
export const isOfAccount = (
  attempt: AttemptRow,
  { subject, origin }: Pick<Account, "subject" | "origin">,
): boolean => attempt.subject === subject && attempt.origin === origin;

/** How Herald publishes the member's share; null for one that is posted by hand. */
export async function findPublication(actor: MemberActor, id: string): Promise<Publication | null> {
  const [found] = await db
    .select({ share: shares, connection: connections, timeZone: organizations.timeZone })
    .from(shares)
    .innerJoin(organizations, eq(organizations.id, shares.organizationId))
    .innerJoin(
      connections,
      and(eq(connections.organizationId, shares.organizationId), eq(connections.id, shares.connectionId)),
    )
    .where(and(isShare({ organizationId: actor.organizationId, id }), eq(shares.memberId, actor.memberId)));
  if (!found) return null;
  const { share, connection } = found;
  const attempts = await listAttempts(db, share);
  const timeZone = share.scheduledZone ?? found.timeZone;
  const isConnected = connection.status === "ok";
  return {
    state: share.state,
    sentence: isConnected || share.state !== "scheduled" ? sayReason(share) : sayReconnect(share.network),
    at: share.scheduledFor?.toISOString() ?? null,
    when: share.scheduledFor && sayMoment(share.scheduledFor, clock.now(), timeZone),
    timeZone: share.scheduledZone,
    knownBy: wentOut(share.state) ? (share.publishedAt ? "network" : "member") : null,
    account: { handle: connection.handle, isSimulated: connection.isSimulated },
    url: share.postUrl,
    attempts: attempts.map((attempt) => toAttempt(attempt, timeZone)),
    can: stepsOf({
      ...share,
      isTextFixed: attempts.some(mayHaveLeft),
      isConnected,
      coversPost: await coversPost(actor, share.network),
      resolveMicros: resolvePrice(share.network),
    }),
  };
}

export function listAttempts(executor: Executor, share: ShareKey): Promise<AttemptRow[]> {
  return executor.select().from(publishAttempts).where(ofShare(share)).orderBy(asc(publishAttempts.number));
}

/** The request of an attempt as it left, or is to leave once more, and when it did. */
export async function getSent(executor: Executor, attempt: AttemptRow): Promise<UnknownPost> {
  const { body, key, apiVersion, bodyHash } = attempt;
  const share = { organizationId: attempt.organizationId, id: attempt.shareId };
  const times = (await listAttempts(executor, share)).flatMap((one) =>
    one.sendingAt && one.bodyHash === bodyHash ? [one.sendingAt] : [],
  );
  return {
    request: { body: body ?? "", key, apiVersion },
    post: attempt.post as FrozenPost,
    sentAt: times.at(0) ?? clock.now(),
    lastSentAt: times.at(-1),
  };
}

/** Whether the share's words may stand on the network: then the next attempt says the same, and nothing else. */
export async function isTextFixed(executor: Executor, share: ShareKey): Promise<boolean> {
  return (await listAttempts(executor, share)).some(mayHaveLeft);
}

/** That it is not there may be no more than its member's word. */
const mayHaveLeft = ({ state, reason }: AttemptRow): boolean =>
  state === "sending" || state === "unknown" || (state === "not_posted" && reason === "attested");

const sayReconnect = (network: NetworkId): string =>
  `${networks[network].name} wants your consent once more. Reconnect it, so that your post can leave.`;

/** What asking the network what became of a post bills, in millionths of a US dollar. */
function resolvePrice(network: NetworkId): number {
  const prices = networks[network].connecting?.prices;
  const charges = adapterOf(network)?.publisher.resolveCharges ?? [];
  return prices ? charges.reduce((sum, kind) => sum + prices[kind], 0) : 0;
}

function toAttempt(attempt: AttemptRow, timeZone: string): Attempt {
  const { number, sendingAt, url } = attempt;
  return {
    ...{ number, url },
    outcome: sayOutcome(attempt),
    sentAt: sendingAt?.toISOString() ?? null,
    sentWhen: sendingAt && sayMoment(sendingAt, clock.now(), timeZone),
  };
}
