import { setImmediate as pause } from "node:timers/promises";
import { and, desc, eq, gte, inArray, ne } from "drizzle-orm";
import { db } from "#db/client.ts";
import { shares } from "#db/schema/shares.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { consume } from "#lib/rate-limits.ts";
import { withoutDisclosure } from "../disclosure.ts";
import { getDisclosure } from "../queries.ts";
import { outStates } from "../went-out.ts";
import { createRecentPosts, type RecentPosts } from "./recent-posts.ts";
import type { CompareInput, Sameness } from "./schemas.ts";

/** How long what colleagues posted is compared with. */
const recentMs = 14 * 86_400_000;
/** The latest so many; what came before them in the two weeks is not looked at. */
const mostPosts = 20_000;
/** For so long what is in memory is taken as it is. */
const freshMs = 2_000;
/** A share may be seen only so long after the moment it bears: its transaction took until then. */
const lateMs = 60_000;
/** Then it is read anew: what is too old or was taken back is let go. */
const anewMs = 3_600_000;
const mostOrganizations = 20;
/** So many texts are read in one go, so that others are served in between. */
const textsPerTurn = 250;

type Memory = { posts: RecentPosts; shareIds: Set<string>; startedAt: number; readAt: number; upTo: number };

const memories = new Map<string, Promise<Memory>>();

/** How much the words sound like what colleagues posted within two weeks; one's own posts are no reason. */
export async function compareWithColleagues(actor: MemberActor, input: CompareInput): Promise<Sameness> {
  await consume("sameness", actor.memberId);
  const disclosure = await getDisclosure(actor);
  const { posts } = await recall(actor, disclosure);
  return posts.compare({
    text: withoutDisclosure(input.text, disclosure),
    network: input.network,
    memberId: actor.memberId,
    since: clock.now().getTime() - recentMs,
  });
}

/** One reading at a time per organization; whoever asks meanwhile waits for it. */
async function recall(actor: MemberActor, disclosure: string): Promise<Memory> {
  const { organizationId } = actor;
  const reading = (memories.get(organizationId) ?? Promise.resolve(null)).then((memory) =>
    refresh(actor, disclosure, memory),
  );
  memories.delete(organizationId);
  memories.set(organizationId, reading);
  const [oldest] = memories.keys();
  if (memories.size > mostOrganizations && oldest) memories.delete(oldest);
  try {
    return await reading;
  } catch (error) {
    // The next one reads anew, and does not wait for what failed.
    if (memories.get(organizationId) === reading) memories.delete(organizationId);
    throw error;
  }
}

async function refresh(actor: MemberActor, disclosure: string, memory: Memory | null): Promise<Memory> {
  const now = clock.now().getTime();
  if (memory && Math.abs(now - memory.readAt) < freshMs) return memory;
  const isUsable = memory && now - memory.startedAt < anewMs && memory.shareIds.size < 2 * mostPosts;
  const known = isUsable
    ? memory
    : { posts: createRecentPosts(), shareIds: new Set<string>(), startedAt: now, readAt: now, upTo: 0 };
  const since = Math.max(now - recentMs, known.upTo - lateMs);
  await learn(known, await listWentOut(actor, new Date(since)), disclosure);
  known.readAt = now;
  known.upTo = Math.max(known.upTo, now);
  return known;
}

type WentOut = Awaited<ReturnType<typeof listWentOut>>;

async function learn({ posts, shareIds }: Memory, wentOut: WentOut, disclosure: string): Promise<void> {
  const fresh = wentOut.filter(({ id }) => !shareIds.has(id));
  for (const [index, { id, confirmedAt, text, ...post }] of fresh.entries()) {
    if (index > 0 && index % textsPerTurn === 0) await pause();
    shareIds.add(id);
    posts.add({ ...post, text: withoutDisclosure(text, disclosure), at: confirmedAt?.getTime() ?? 0 });
  }
}

function listWentOut({ organizationId }: MemberActor, since: Date) {
  return db
    .select({
      id: shares.id,
      memberId: shares.memberId,
      network: shares.network,
      text: shares.text,
      confirmedAt: shares.confirmedAt,
    })
    .from(shares)
    .where(
      and(
        eq(shares.organizationId, organizationId),
        gte(shares.confirmedAt, since),
        inArray(shares.state, outStates),
        ne(shares.text, ""),
      ),
    )
    .orderBy(desc(shares.confirmedAt))
    .limit(mostPosts);
}
