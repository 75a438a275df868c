import { and, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { shares } from "#db/schema/shares.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { scoreWithdrawnShare } from "#lib/scores/mutations.ts";
import { getOwnShare, isShare, type ShareRow, toShare } from "../queries.ts";
import type { DeclineShareInput, Share } from "../schemas.ts";
import { outStates } from "../went-out.ts";

/** The member took their post down: its link stops, and what it earned goes, for everybody. Twice is the same as once. */
export async function withdrawShare(actor: MemberActor, { shareId }: DeclineShareInput): Promise<Share> {
  const share = await getOwnShare(actor, shareId);
  const taken = await takeBack(actor, share);
  if (taken) return toShare(taken);
  // It was withdrawn before, also if that was a moment ago by the same person's second click.
  const now = await getOwnShare(actor, shareId);
  if (now.state === "withdrawn") return toShare(now);
  throw new DomainError("conflict", "This share has not gone out, so there is nothing to take back.");
}

/** The share as it is then; null when it is not out. */
function takeBack(actor: MemberActor, share: ShareRow): Promise<ShareRow | null> {
  return db.transaction(async (tx) => {
    const [withdrawn] = await tx
      .update(shares)
      .set({ state: "withdrawn", withdrawnAt: clock.now() })
      .where(and(isShare(share), inArray(shares.state, [...outStates])))
      .returning();
    if (!withdrawn) return null;
    await audit(tx, actor, "share.withdraw", share.id);
    await scoreWithdrawnShare(tx, actor, share.id);
    return withdrawn;
  });
}
