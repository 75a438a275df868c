import { and, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { requestScoring } from "#lib/jobs/scoring.ts";
import { createLink } from "#lib/links/mutations.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import { nameOfPost } from "#lib/networks/post-address.ts";
import { scoreConfirmedShare } from "#lib/scores/mutations.ts";
import { getLiveStory } from "#lib/stories/feed/queries.ts";
import type { LiveStory } from "#lib/stories/feed/schemas.ts";
import { readPostAddress } from "../answers/post-url.ts";
import { assertApproved } from "../approved-networks.ts";
import { isShare, type ShareRow, toShare } from "../queries.ts";
import type { AttestPostInput, Share } from "../schemas.ts";

/**
 * The member made a post of the story by hand, and shows where it is. It counts as a share that they confirmed; nobody is
 * asked whether it is there. What they took to that network from the composer, and did not answer for, is meant by it.
 */
export async function attestPost(actor: MemberActor, input: AttestPostInput): Promise<Share> {
  const story = await getLiveStory(actor, input.storyId);
  const { network, postUrl } = readPostAddress(input.postUrl);
  assertApproved(story, network);

  const attested = await db.transaction(async (tx) => {
    await assertFirstToShow(tx, actor, { network, postUrl });
    const earlier = await findEarlier(tx, actor, story, network);
    const share = earlier
      ? await confirm(tx, earlier, postUrl)
      : await insert(tx, actor, story, network, postUrl);
    await audit(tx, actor, "share.attest", share.id, { network });
    await scoreConfirmedShare(tx, actor, share.id);
    return toShare(share);
  });
  // Clicks that came before the answer have waited for it.
  requestScoring(actor.organizationId);
  return attested;
}

/**
 * One post is one share of one member. Whoever else shows it, under whatever address, is refused; of two at the same moment
 * the second one waits here for the first. Call it in the transaction that stores the address.
 */
export async function assertFirstToShow(
  tx: Transaction,
  actor: MemberActor,
  post: { network: NetworkId; postUrl: string; shareId?: string },
): Promise<void> {
  const { organizationId, memberId } = actor;
  await lockPosts(tx, actor);
  const name = nameOfPost(post.network, new URL(post.postUrl));
  const alike = await tx
    .select({ id: shares.id, memberId: shares.memberId, postUrl: shares.postUrl })
    .from(shares)
    .where(
      and(
        eq(shares.organizationId, organizationId),
        eq(shares.network, post.network),
        ne(shares.state, "withdrawn"),
        sql`strpos(lower(${shares.postUrl}), ${longestWord(name)}) > 0`,
      ),
    );
  const shown = alike.find(
    ({ id, postUrl }) =>
      id !== post.shareId && postUrl && nameOfPost(post.network, new URL(postUrl)) === name,
  );
  if (!shown) return;
  throw new DomainError(
    "conflict",
    shown.memberId === memberId
      ? "You have this post among your shares already."
      : "A colleague has this post among their shares already. Paste the address of your own.",
  );
}

/** Addresses of posts are shown one after the other. Before the lock of any share, so that two never wait for each other. */
export async function lockPosts(tx: Transaction, { organizationId }: MemberActor): Promise<void> {
  await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .for("no key update");
}

/** Enough of a post's name for the database to leave out nearly all others. */
const longestWord = (name: string): string =>
  (name.toLowerCase().match(/[\w-]+/g) ?? [""]).reduce((a, b) => (b.length > a.length ? b : a));

async function findEarlier(
  tx: Transaction,
  actor: MemberActor,
  story: LiveStory,
  network: NetworkId,
): Promise<ShareRow | undefined> {
  const ofPost = and(
    eq(shares.organizationId, actor.organizationId),
    eq(shares.memberId, actor.memberId),
    eq(shares.storyId, story.id),
    eq(shares.network, network),
  );
  const [unknown] = await tx
    .select({ id: shares.id })
    .from(shares)
    .where(and(ofPost, eq(shares.state, "unknown")));
  if (unknown)
    throw new DomainError(
      "conflict",
      `A share of yours may have been published on ${networks[network].name} already. Say on its page under Me what became of it.`,
    );
  const [open] = await tx
    .select()
    .from(shares)
    .where(and(ofPost, eq(shares.state, "intended"), isNotNull(shares.handedOverAt)))
    .orderBy(desc(shares.handedOverAt))
    .limit(1)
    .for("update");
  return open;
}

async function confirm(tx: Transaction, share: ShareRow, postUrl: string): Promise<ShareRow> {
  const confirmed = { ...share, state: "confirmed" as const, confirmedAt: clock.now(), postUrl };
  const { state, confirmedAt } = confirmed;
  await tx.update(shares).set({ state, confirmedAt, postUrl }).where(isShare(share));
  return confirmed;
}

async function insert(
  tx: Transaction,
  actor: MemberActor,
  story: LiveStory,
  network: NetworkId,
  postUrl: string,
): Promise<ShareRow> {
  const now = clock.now();
  const share = {
    organizationId: actor.organizationId,
    id: newId(),
    storyId: story.id,
    memberId: actor.memberId,
    requestId: newId(),
    network,
    state: "confirmed" as const,
    postUrl,
    // The words are on the network, and nobody read them there: as own words they cannot count.
    text: "",
    similarity: 1,
    intendedAt: now,
    confirmedAt: now,
  };
  const [inserted] = await tx.insert(shares).values(share).returning();
  if (!inserted) throw new DomainError("unavailable");
  await createLink(tx, actor, share, story);
  return inserted;
}
