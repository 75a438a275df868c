import { and, eq, or, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { comparableAddress } from "#lib/comparable-address.ts";

const mostCandidates = 5_000;

/** The stories, in whatever state, that lead to these addresses already: comparable address → story. */
export async function findStoriesAt(
  executor: Executor,
  actor: Actor,
  addresses: string[],
): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map();
  const places = [...new Set(addresses.map((address) => comparableAddress(address).split("?")[0] ?? ""))];
  const leadsThere = places.map(
    (place) =>
      sql`(position(${place} in ${stories.url}) > 0 or position(${place} in ${stories.canonicalUrl}) > 0)`,
  );
  const candidates = await executor
    .select({ id: stories.id, url: stories.url, canonicalUrl: stories.canonicalUrl })
    .from(stories)
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.kind, "link"), or(...leadsThere)))
    .limit(mostCandidates);
  return new Map(
    candidates.flatMap(({ id, url, canonicalUrl }) =>
      [url, canonicalUrl].flatMap((address) =>
        address && URL.canParse(address) ? [[comparableAddress(address), id] as const] : [],
      ),
    ),
  );
}
