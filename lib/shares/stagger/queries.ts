import { and, countDistinct, eq, gte, ne, notInArray, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { Stagger } from "./schemas.ts";

/** Where so many colleagues have just posted the story that a later time serves everybody better. */
export async function findStagger(actor: MemberActor, storyId: string): Promise<Stagger> {
  const { organizationId, memberId } = actor;
  const [settings] = await db
    .select({ shares: organizations.staggerShares, minutes: organizations.staggerMinutes })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!settings || settings.shares === 0) return { minutes: 0, colleagues: {} };
  const since = new Date(clock.now().getTime() - settings.minutes * 60_000);
  // What was posted by hand was posted when it was taken to the network, however late its member said so.
  const postedAt = sql`coalesce(${shares.publishedAt}, ${shares.handedOverAt}, ${shares.confirmedAt})`;
  const rows = await db
    .select({ network: shares.network, colleagues: countDistinct(shares.memberId) })
    .from(shares)
    .where(
      and(
        eq(shares.organizationId, organizationId),
        eq(shares.storyId, storyId),
        ne(shares.memberId, memberId),
        notInArray(shares.state, ["scheduled", "failed", "withdrawn"]),
        gte(postedAt, since.toISOString()),
      ),
    )
    .groupBy(shares.network);
  const busy = rows.filter(({ colleagues }) => colleagues >= settings.shares);
  return {
    minutes: settings.minutes,
    colleagues: Object.fromEntries(busy.map(({ network, colleagues }) => [network, colleagues])),
  };
}
