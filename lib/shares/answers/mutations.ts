import { and, isNotNull } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { shares } from "#db/schema/shares.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { requestScoring } from "#lib/jobs/scoring.ts";
import { scoreConfirmedShare } from "#lib/scores/mutations.ts";
import { assertFirstToShow, lockPosts } from "../attested/mutations.ts";
import { getOwnShare, isShare, isUnanswered, type ShareRow, toShare } from "../queries.ts";
import type { ConfirmShareInput, DeclineShareInput, Share } from "../schemas.ts";
import { parsePostUrl } from "./post-url.ts";

/** The member says that it went out. Saying so twice is harmless, and the second time may bring the post's address. */
export async function confirmShare(actor: MemberActor, input: ConfirmShareInput): Promise<Share> {
  const share = await getOwnShare(actor, input.shareId);
  const postUrl = parsePostUrl(share.network, input.postUrl);

  const answered = await db.transaction(async (tx) => {
    if (postUrl) await lockPosts(tx, actor);
    const [confirmed] = await tx
      .update(shares)
      .set({ state: "confirmed", confirmedAt: clock.now() })
      .where(and(isUnanswered(share), isNotNull(shares.handedOverAt)))
      .returning();
    if (confirmed) {
      await audit(tx, actor, "share.confirm", share.id);
      await scoreConfirmedShare(tx, actor, share.id);
    }
    return toShare(await notePostUrl(tx, actor, share, postUrl));
  });
  // Clicks that came before the answer have waited for it.
  requestScoring(actor.organizationId);
  return answered;
}

/** The member says that it did not go out: the share is withdrawn and its link stops. */
export async function declineShare(actor: MemberActor, input: DeclineShareInput): Promise<Share> {
  const share = await getOwnShare(actor, input.shareId);
  if (share.state === "withdrawn") return toShare(share);

  return db.transaction(async (tx) => {
    const [declined] = await tx
      .update(shares)
      .set({ state: "withdrawn", withdrawnAt: clock.now() })
      .where(isUnanswered(share))
      .returning();
    if (!declined) throw new DomainError("conflict", "You have already said that this one went out.");
    await audit(tx, actor, "share.decline", share.id);
    return toShare(declined);
  });
}

async function notePostUrl(
  tx: Transaction,
  actor: MemberActor,
  share: ShareRow,
  postUrl: string | null,
): Promise<ShareRow> {
  const [current] = await tx.select().from(shares).where(isShare(share));
  if (current?.state === "intended")
    throw new DomainError(
      "conflict",
      "Your words have not reached us yet. Take them to the network once more.",
    );
  if (!current || current.state === "withdrawn")
    throw new DomainError(
      "conflict",
      "You said that this one did not go out. Share the story again for a new link.",
    );
  if (!postUrl || postUrl === current.postUrl) return current;
  await assertFirstToShow(tx, actor, { network: share.network, postUrl, shareId: share.id });
  await tx.update(shares).set({ postUrl }).where(isShare(share));
  await audit(tx, actor, "share.note_address", share.id);
  return { ...current, postUrl };
}
