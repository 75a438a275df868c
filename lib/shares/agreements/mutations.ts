import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { captions } from "#db/schema/captions.ts";
import { shareAgreements } from "#db/schema/guidelines.ts";
import { clock } from "#lib/clock.ts";
import type { Judgement } from "#lib/guidelines/judging/queries.ts";
import type { ShareRow } from "../queries.ts";

/** Keeps what the member saw, what they made of it and what they agreed to, beside the share as it was just written. */
export async function recordAgreement(
  tx: Transaction,
  share: ShareRow,
  { verdicts, acceptedIds }: Judgement,
): Promise<void> {
  const { organizationId, id: shareId, network, text } = share;
  await tx.insert(shareAgreements).values({
    ...{ organizationId, id: newId(), shareId, network, text, verdicts, acceptedIds },
    offeredText: await findOffered(tx, share),
    agreedAt: clock.now(),
  });
}

/** The suggestion that the words began with, which may be another than the first one that was offered. */
async function findOffered(tx: Transaction, share: ShareRow): Promise<string> {
  const captionId = share.captionId ?? share.offeredCaptionId;
  if (!captionId) return "";
  const [caption] = await tx
    .select({ text: captions.text })
    .from(captions)
    .where(and(eq(captions.organizationId, share.organizationId), eq(captions.id, captionId)));
  return caption?.text ?? "";
}
