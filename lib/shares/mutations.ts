import { and, eq, isNull, or } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { createLink } from "#lib/links/mutations.ts";
import { getLiveStory } from "#lib/stories/feed/queries.ts";
import type { LiveStory } from "#lib/stories/feed/schemas.ts";
import { recordAgreement } from "./agreements/mutations.ts";
import { assertApproved } from "./approved-networks.ts";
import { getComposition, listNetworkOffers } from "./composition/queries.ts";
import type { Composition } from "./composition/schemas.ts";
import { finalText } from "./final-text.ts";
import { type CaptionChoice, captionsFor } from "./offers/captions-for.ts";
import { getOfferReader, listOffers } from "./offers/queries.ts";
import { getOwnShare, isUnanswered, type ShareRow, toShare } from "./queries.ts";
import type { HandOverShareInput, OpenShareInput, Share } from "./schemas.ts";

/**
 * Records that the member opened the composer: an intended share with its own link, and the caption that it was offered. The
 * same request twice is one share, and is offered the same.
 */
export async function openShare(actor: MemberActor, input: OpenShareInput): Promise<Composition> {
  const story = await getLiveStory(actor, input.storyId);
  const { networks, connectOffers } = await listNetworkOffers(actor, story);
  const reader = await getOfferReader(actor);
  const network = input.network ?? networks.first;

  const { share, captions } = await db.transaction(async (tx) => {
    await lockStory(tx, actor, story.id);
    const offers = await listOffers(tx, actor, story, reader);
    const offered = captionsFor(offers, network)[0]?.id ?? null;
    const opened =
      (await insertIntended(tx, actor, story, input, offered)) ?? (await findRequested(tx, actor, input));
    return { share: opened, captions: withFirst(offers, opened.offeredCaptionId) };
  });
  return getComposition(actor, share, story, { captions, networks, connectOffers });
}

/**
 * Records what the member took to which network, and what they agreed to. The text is what it becomes once the guidelines'
 * words are there, whatever the browser sent. It may be repeated until the member answers for the share.
 */
export async function handOverShare(actor: MemberActor, input: HandOverShareInput): Promise<Share> {
  const share = await getOwnShare(actor, input.shareId);
  assertApproved(await getLiveStory(actor, share.storyId), input.network);

  const { words, judgement } = await finalText(actor, share.storyId, input);

  return db.transaction(async (tx) => {
    const [handedOver] = await tx
      .update(shares)
      .set({ ...words, network: input.network, handedOverAt: clock.now() })
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
    await recordAgreement(tx, handedOver, judgement);
    await audit(tx, actor, "share.hand_over", share.id, { network: input.network });
    return toShare(handedOver);
  });
}

/** Whoever opens the composer at the same moment waits here, sees this offer as half used, and is offered another. */
async function lockStory(tx: Transaction, actor: MemberActor, storyId: string): Promise<void> {
  await tx
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.id, storyId)))
    .for("no key update");
}

const withFirst = (captions: CaptionChoice[], id: string | null): CaptionChoice[] =>
  captions.toSorted((a, b) => Number(b.id === id) - Number(a.id === id));

async function insertIntended(
  tx: Transaction,
  actor: MemberActor,
  story: LiveStory,
  { requestId }: OpenShareInput,
  offeredCaptionId: string | null,
): Promise<ShareRow | undefined> {
  const [share] = await tx
    .insert(shares)
    .values({
      organizationId: actor.organizationId,
      id: newId(),
      storyId: story.id,
      memberId: actor.memberId,
      requestId,
      offeredCaptionId,
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
