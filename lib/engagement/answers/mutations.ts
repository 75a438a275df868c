import { db } from "#db/client.ts";
import type { SystemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { Figures, MeasureOutcome, Measurer } from "#lib/networks/measurer.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import type { AppBlock } from "#lib/networks/outcomes.ts";
import type { NetworkSettings } from "#lib/networks/settings/schemas.ts";
import { notifyAdmins } from "#lib/notices/mutations.ts";
import { firstMeasurement, nextMeasurement } from "../schedule.ts";
import { noFigures } from "../snapshots/figures.ts";
import { keepSnapshot } from "../snapshots/mutations.ts";
import { accountSource } from "../snapshots/sources.ts";
import { moveWatch, putOffWatches } from "../watches/mutations.ts";
import type { Watch } from "../watches/queries.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const missesUntilGone = 2;

/** Watches of one connection that are asked for together. */
export type Batch = {
  connectionId: string;
  watches: Watch[];
  measurer: Measurer;
  settings: NetworkSettings;
  blocked: Set<NetworkId>;
};

export async function keepFollowers(
  actor: SystemActor,
  watches: Watch[],
  followers: number | null,
): Promise<void> {
  if (followers === null) return;
  await db.transaction(async (tx) => {
    for (const { shareId, network } of watches)
      await keepSnapshot(tx, actor, {
        shareId,
        network,
        source: accountSource,
        figures: noFigures,
        followers,
      });
  });
}

/** @returns whether the network may be asked for more through this connection */
export async function keepMeasured(
  actor: SystemActor,
  batch: Batch,
  ripe: Watch[],
  outcome: MeasureOutcome,
): Promise<boolean> {
  const { connectionId, watches, measurer } = batch;
  if (outcome.kind !== "measured") {
    await noteRefusal(actor, batch, outcome);
    await putOffWatches(actor, connectionId, putOffUntil(outcome), watches.map(shareIdOf));
    return false;
  }
  for (const watch of watches) {
    if (!ripe.includes(watch))
      await db.transaction((tx) =>
        moveWatch(tx, watch, { nextAt: firstMeasurement(watch.startedAt, measurer.hours) }),
      );
    else await keepPost(actor, watch, measurer, outcome.posts.get(watch.externalId));
  }
  return true;
}

/** That figures want more than was allowed, or another app, takes nothing from the connection: it goes on publishing. */
async function noteRefusal(actor: SystemActor, batch: Batch, outcome: NotMeasured): Promise<void> {
  const { blocked, settings } = batch;
  if (outcome.kind !== "app_blocked") return;
  blocked.add(settings.network);
  await tellOfNoFigures(actor, settings.network, outcome);
}

/** Tells every admin, once a month for each reason. */
async function tellOfNoFigures(actor: SystemActor, network: NetworkId, { reason }: AppBlock): Promise<void> {
  const month = clock.now().toISOString().slice(0, 7);
  await notifyAdmins(db, actor, {
    kind: "network.no_figures",
    data: { network, reason },
    onceKey: `network.no_figures ${network} ${reason} ${month}`,
  });
}

type NotMeasured = Exclude<MeasureOutcome, { kind: "measured" }>;

function putOffUntil(outcome: NotMeasured): Date {
  if (outcome.kind === "retry_after") return outcome.at;
  return later(outcome.kind === "try_later" ? hourMs : dayMs);
}

async function keepPost(
  actor: SystemActor,
  watch: Watch,
  measurer: Measurer,
  post: Figures | "missing" | undefined,
): Promise<void> {
  const now = clock.now();
  await db.transaction(async (tx) => {
    if (post === undefined) return moveWatch(tx, watch, { nextAt: later(hourMs) });
    if (post === "missing") {
      const misses = watch.misses + 1;
      const isGone = misses >= missesUntilGone;
      return moveWatch(
        tx,
        watch,
        isGone ? { misses, nextAt: null, endReason: "gone" } : { misses, nextAt: later(hourMs) },
      );
    }
    const { shareId, network, startedAt: publishedAt } = watch;
    const { source, hours } = measurer;
    const hasChanged = await keepSnapshot(tx, actor, {
      shareId,
      network,
      source,
      figures: post,
      followers: null,
    });
    const changedAt = hasChanged ? now : watch.changedAt;
    const nextAt = nextMeasurement({ publishedAt, changedAt, now, hours });
    await moveWatch(tx, watch, { misses: 0, changedAt, nextAt, endReason: nextAt ? null : "quiet" });
  });
}

const shareIdOf = ({ shareId }: Watch): string => shareId;
const later = (milliseconds: number): Date => new Date(clock.now().getTime() + milliseconds);
