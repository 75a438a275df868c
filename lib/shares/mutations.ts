import { and, eq, isNull, or } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { shares } from "#db/schema/shares.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { createLink } from "#lib/links/mutations.ts";
import { getLiveStory } from "#lib/stories/feed/queries.ts";
import type { LiveStory } from "#lib/stories/feed/schemas.ts";
import { getComposition } from "./composition/queries.ts";
import type { Composition } from "./composition/schemas.ts";
import { finalText } from "./final-text.ts";
import { getOwnShare, isUnanswered, type ShareRow, toShare } from "./queries.ts";
import type { HandOverShareInput, OpenShareInput, Share } from "./schemas.ts";

/** Records that the member opened the composer: an intended share with its own link. The same request twice is one share. */
export async function openShare(actor: MemberActor, input: OpenShareInput): Promise<Composition> {
  const story = await getLiveStory(actor, input.storyId);
  const share = await db.transaction(
    async (tx) => (await insertIntended(tx, actor, story, input)) ?? findRequested(tx, actor, input),
  );
  return getComposition(actor, share, story);
}

/**
 * Records what the member took to which network. The text is what it becomes once the disclosure that the organization
 * requires is there, whatever the browser sent. It may be repeated until the member answers for the share.
 */
export async function handOverShare(actor: MemberActor, input: HandOverShareInput): Promise<Share> {
  const share = await getOwnShare(actor, input.shareId);
  await getLiveStory(actor, share.storyId);

  const { text, captionId, similarity } = await finalText(actor, share.storyId, input);

  return db.transaction(async (tx) => {
    const [handedOver] = await tx
      .update(shares)
      .set({ network: input.network, text, captionId, similarity, handedOverAt: clock.now() })
      .where(
        and(
          isUnanswered(share),
          // What went to one network is answered for before the next one is chosen: it would be forgotten otherwise.
          or(isNull(shares.handedOverAt), eq(shares.network, input.network)),
        ),
      )
      .returning();
    if (!handedOver)
      throw new DomainError(
        "conflict",
        "You have shared this one already. Open it again to share once more.",
      );
    await audit(tx, actor, "share.hand_over", share.id, { network: input.network });
    return toShare(handedOver);
  });
}

async function insertIntended(
  tx: Transaction,
  actor: MemberActor,
  story: LiveStory,
  { requestId }: OpenShareInput,
): Promise<ShareRow | undefined> {
  const [share] = await tx
    .insert(shares)
    .values({
      organizationId: actor.organizationId,
      id: newId(),
      storyId: story.id,
      memberId: actor.memberId,
      requestId,
      // Nothing was chosen and nothing was said yet: handing over fills these in.
      network: "elsewhere",
      text: "",
      similarity: 1,
      intendedAt: clock.now(),
    })
    .onConflictDoNothing()
    .returning();
  if (!share) return undefined;
  await createLink(tx, actor, share, story);
  await audit(tx, actor, "share.open", share.id);
  return share;
}

async function findRequested(tx: Transaction, actor: MemberActor, input: OpenShareInput): Promise<ShareRow> {
  const [share] = await tx
    .select()
    .from(shares)
    .where(
      and(
        eq(shares.organizationId, actor.organizationId),
        eq(shares.memberId, actor.memberId),
        eq(shares.requestId, input.requestId),
        eq(shares.storyId, input.storyId),
      ),
    );
  if (!share) throw new DomainError("conflict", "Close this and open it again to share.");
  return share;
}
