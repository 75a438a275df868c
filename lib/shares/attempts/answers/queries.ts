import { and, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { shares } from "#db/schema/shares.ts";
import { DomainError } from "#lib/errors.ts";
import { isShare, type ShareRow } from "../../queries.ts";
import { type AttemptRow, isAttempt, ofShare } from "../queries.ts";

export type Answered = { attempt: AttemptRow; share: ShareRow };
/** Whether the create request left. What did not leave is known by whoever was to send it, under its own lease. */
export type Stage = "not_sent" | "sent";

/** Both as they are now. The share is locked before its attempt, as everybody does. */
export async function lockAnswered(tx: Transaction, { attempt, share }: Answered): Promise<Answered> {
  const [lockedShare] = await tx.select().from(shares).where(isShare(share)).for("update");
  const [lockedAttempt] = await tx.select().from(publishAttempts).where(isAttempt(attempt)).for("update");
  if (!lockedShare || !lockedAttempt) throw new DomainError("not_found");
  return { attempt: lockedAttempt, share: lockedShare };
}

/** Whether what was heard under a lease, of a locked attempt, still decides what became of it. */
export function isWanted({ attempt }: Answered, leaseId: string, stage: Stage): boolean {
  const { state, probes } = attempt;
  if (stage === "not_sent" && (state === "prepared" || state === "media_ready")) return true;
  if (attempt.leaseId !== leaseId) return false;
  // A doubt stands for the answer until somebody has asked or said what became of it.
  return state === "sending" || (state === "unknown" && probes === 0);
}

/**
 * Whether it is news that a locked attempt is public: it ends a doubt, and corrects a member who did not find it, unless more
 * of the share is under way since.
 */
export async function isNews(tx: Transaction, { attempt, share }: Answered): Promise<boolean> {
  if (attempt.state === "unknown") return true;
  const isOverlooked = attempt.state === "not_posted" && attempt.reason === "attested";
  if (!isOverlooked || (share.state !== "failed" && share.state !== "scheduled")) return false;
  const underWay = await tx
    .select({ id: publishAttempts.id })
    .from(publishAttempts)
    .where(and(ofShare(share), inArray(publishAttempts.state, ["prepared", "media_ready", "sending"])));
  return underWay.length === 0;
}
