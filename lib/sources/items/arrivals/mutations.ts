import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sourceItems, type sources } from "#db/schema/sources.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { comparableAddress } from "#lib/comparable-address.ts";
import type { FeedItem } from "../../read-feed.ts";
import { findStoriesAt } from "./queries.ts";

/** Of a source that is new, so many items wait; the others are history. */
export const waitingAtFirst = 10;
/** A feed that renames all that it holds does not flood the queue. */
const waitingAtOnce = 50;

type Arrival = FeedItem & { guidKey: string; addressKey: string | null };

/** Keeps the items that no source of the organization has brought yet. @returns how many of them wait for somebody */
export async function keepNewItems(
  tx: Transaction,
  actor: Actor,
  source: Pick<typeof sources.$inferSelect, "id" | "lastSucceededAt">,
  items: FeedItem[],
): Promise<number> {
  const { organizationId } = actor;
  const fresh = await whatIsNew(tx, actor, source.id, items.map(toArrival));
  if (fresh.length === 0) return 0;
  const most = source.lastSucceededAt ? waitingAtOnce : waitingAtFirst;
  const stories = await findStoriesAt(
    tx,
    actor,
    fresh.slice(0, most).flatMap(({ url }) => url ?? []),
  );
  const now = clock.now();
  const kept = await tx
    .insert(sourceItems)
    .values(
      fresh.map(({ guid: _, ...item }, index) => {
        const storyId = (item.url && stories.get(comparableAddress(item.url))) || null;
        const state = storyId || index >= most ? ("known" as const) : ("waiting" as const);
        return { ...item, organizationId, sourceId: source.id, seenAt: now, storyId, state };
      }),
    )
    .onConflictDoNothing()
    .returning({ state: sourceItems.state });
  return kept.filter(({ state }) => state === "waiting").length;
}

function toArrival(item: FeedItem): Arrival {
  const addressKey = item.url ? sha256(comparableAddress(item.url)) : null;
  return { ...item, guidKey: sha256(item.guid), addressKey };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Neither brought by this source under that name nor by any under that address, nor twice in this very feed. */
async function whatIsNew(
  tx: Transaction,
  actor: Actor,
  sourceId: string,
  arrivals: Arrival[],
): Promise<Arrival[]> {
  const ofOrganization = eq(sourceItems.organizationId, actor.organizationId);
  const present = async (
    column: typeof sourceItems.guidKey | typeof sourceItems.addressKey,
    keys: string[],
  ) => {
    if (keys.length === 0) return new Set<string | null>();
    const ofSource = column === sourceItems.guidKey ? eq(sourceItems.sourceId, sourceId) : undefined;
    const rows = await tx
      .select({ key: column })
      .from(sourceItems)
      .where(and(ofOrganization, ofSource, inArray(column, keys)));
    return new Set(rows.map(({ key }) => key));
  };
  const guids = await present(
    sourceItems.guidKey,
    arrivals.map(({ guidKey }) => guidKey),
  );
  const addresses = await present(
    sourceItems.addressKey,
    arrivals.flatMap(({ addressKey }) => addressKey ?? []),
  );
  return arrivals.filter(({ guidKey, addressKey }) => {
    if (guids.has(guidKey) || (addressKey && addresses.has(addressKey))) return false;
    guids.add(guidKey);
    addresses.add(addressKey);
    return true;
  });
}
