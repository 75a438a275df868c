import type { SystemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { type HeldAccess, heedRefusal, withAccess } from "#lib/connections/access/mutations.ts";
import { DomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import type { MeasureOutcome, Measurer } from "#lib/networks/measurer.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { getNetworkSettings } from "#lib/networks/settings/queries.ts";
import type { NetworkSettings } from "#lib/networks/settings/schemas.ts";
import { type Batch, keepFollowers, keepMeasured } from "./answers/mutations.ts";
import { reserveReading, settleReading } from "./reading/mutations.ts";
import { firstMeasurement } from "./schedule.ts";
import { listSharesWithFollowers } from "./snapshots/queries.ts";
import { claimWatches, endWatches, putOffWatches } from "./watches/mutations.ts";
import { listConnectionsToMeasure, type Watch, type WatchedConnection } from "./watches/queries.ts";

const turnMs = 10_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Asks networks for the engagement of the organization's shares that are due, one connection after the other.
 * @returns false when there are more than one turn has time for
 */
export async function measureEngagement(actor: SystemActor): Promise<boolean> {
  const endsAt = performance.now() + turnMs;
  const settings = await getNetworkSettings(actor);
  const blocked = new Set<NetworkId>();
  for (const connection of await listConnectionsToMeasure(actor)) {
    if (performance.now() > endsAt) return false;
    await measureOrPutOff(actor, connection, settings[connection.network], blocked);
  }
  return true;
}

/** One that fails, for whatever reason, holds none of the others back. */
async function measureOrPutOff(...given: Parameters<typeof measureConnection>): Promise<void> {
  const [actor, { id }] = given;
  try {
    await measureConnection(...given);
  } catch (error) {
    // A member who was suspended: nothing is asked for them.
    const isRefused = error instanceof DomainError;
    if (!isRefused) log.error({ err: error, connectionId: id }, "a connection could not be measured");
    await putOffWatches(actor, id, later(isRefused ? dayMs : hourMs));
  }
}

async function measureConnection(
  actor: SystemActor,
  connection: WatchedConnection,
  settings: NetworkSettings,
  /** Networks that refused the app itself in this turn: nobody else's connection would be answered either. */
  blocked: Set<NetworkId>,
): Promise<void> {
  const { id, network, status, grantedScopes, pausedUntil } = connection;
  const now = clock.now();
  const measurer = adapterOf(network)?.measurer;
  if (status === "disconnected") return endWatches(actor, id);
  if (!measurer?.canMeasure(grantedScopes) || !settings.measures || status !== "ok" || blocked.has(network))
    return putOffWatches(actor, id, later(dayMs));
  if (pausedUntil && pausedUntil > now) return putOffWatches(actor, id, pausedUntil);

  for (;;) {
    const watches = await claimWatches(actor, id, measurer.batch);
    if (watches.length === 0) return;
    const goesOn = await measureBatch(actor, { connectionId: id, watches, measurer, settings, blocked });
    if (!goesOn || watches.length < measurer.batch) return;
  }
}

/** @returns whether the network may be asked for more through this connection */
async function measureBatch(actor: SystemActor, batch: Batch): Promise<boolean> {
  const { connectionId, watches, measurer, settings } = batch;
  const now = clock.now();
  const isFirstDay = watches.filter((watch) => now.getTime() - watch.startedAt.getTime() < dayMs);
  const known = await listSharesWithFollowers(actor, isFirstDay.map(shareIdOf));
  const withoutFollowers = isFirstDay.filter(({ shareId }) => !known.has(shareId));
  const ripe = watches.filter((watch) => firstMeasurement(watch.startedAt, measurer.hours) <= now);

  const reading = await reserveReading(actor, {
    network: settings.network,
    connectionId,
    posts: ripe.map(shareIdOf),
    followers: withoutFollowers.length > 0,
  });
  if (reading === "over_budget") {
    await putOffWatches(actor, connectionId, later(hourMs), watches.map(shareIdOf));
    return false;
  }
  const asked = await withAccess(actor, connectionId, (access) =>
    ask(actor, access, measurer, { posts: ripe, followers: withoutFollowers.length > 0 }),
  ).catch(async (error: unknown) => {
    // Refused by Herald itself, so nothing left.
    if (error instanceof DomainError) await settleReading(actor, reading, { posts: [], followers: false });
    throw error;
  });
  const answers = asked.kind === "asked" ? asked : { followers: null, measured: asked };
  await settleReading(actor, reading, {
    followers: answers.followers !== null,
    posts: ripe.filter(({ externalId }) => isBilled(answers.measured, externalId)).map(shareIdOf),
  });
  await keepFollowers(actor, withoutFollowers, answers.followers);
  return keepMeasured(actor, batch, ripe, answers.measured);
}

const shareIdOf = ({ shareId }: Watch): string => shareId;
const later = (milliseconds: number): Date => new Date(clock.now().getTime() + milliseconds);

type Wanted = { posts: Watch[]; followers: boolean };

async function ask(actor: SystemActor, access: HeldAccess, measurer: Measurer, { posts, followers }: Wanted) {
  const count = followers ? await measurer.countFollowers(access) : null;
  const published = posts.map(({ externalId, startedAt }) => ({ externalId, publishedAt: startedAt }));
  const measured: MeasureOutcome =
    posts.length > 0 ? await measurer.measure(access, published) : { kind: "measured", posts: new Map() };
  return { kind: "asked" as const, followers: count, measured: await heeded(actor, access, measured) };
}

/** That figures want more than was allowed is no refusal of the token: it goes on publishing. */
async function heeded(
  actor: SystemActor,
  { pair }: HeldAccess,
  measured: MeasureOutcome,
): Promise<MeasureOutcome> {
  if (measured.kind !== "needs_reconnect" || measured.reason === "scope") return measured;
  return heedRefusal(actor, pair, measured);
}

/** A network bills for what it returns, and an answer that was lost may have been all of it. */
function isBilled(outcome: MeasureOutcome, externalId: string): boolean {
  if (outcome.kind === "try_later") return outcome.mayBeBilled ?? false;
  const post = outcome.kind === "measured" ? outcome.posts.get(externalId) : undefined;
  return post !== undefined && post !== "missing";
}
