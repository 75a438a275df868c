import type { Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import type { ShareRow } from "../../queries.ts";
import type { ConnectionRow } from "../lease/mutations.ts";
import { composePost } from "../leaving/queries.ts";
import { type AttemptRow, isAttempt, isOfAccount, listAttempts } from "../queries.ts";

/** What was begun for another account of the same member is put away: nothing of it was sent. */
export async function resumeOrBegin(
  tx: Transaction,
  share: ShareRow,
  connection: ConnectionRow,
  begun: AttemptRow | undefined,
): Promise<AttemptRow> {
  if (begun && isOfAccount(begun, connection)) return begun;
  if (begun)
    await tx
      .update(publishAttempts)
      .set({ state: "not_posted", reason: "account_changed", settledAt: clock.now() })
      .where(isAttempt(begun));
  return beginAttempt(tx, share, connection);
}

/**
 * With what the attempt before it had, for as long as the words are the same: a second post could not be told from the first.
 * What only its member's word says is not there leaves as the very same request, for they may have overlooked it.
 */
async function beginAttempt(
  tx: Transaction,
  share: ShareRow,
  connection: ConnectionRow,
): Promise<AttemptRow> {
  const attempts = await listAttempts(tx, share);
  const last = attempts.at(-1);
  const post = last?.post.text === share.text ? last.post : await composePost(tx, share);
  const { organizationId, network } = share;
  const { id: connectionId, subject, origin } = connection;
  const missing = findMissing(attempts);
  const isSame = missing?.post.text === share.text && isOfAccount(missing, connection);
  const [attempt] = await tx
    .insert(publishAttempts)
    .values({
      ...{ organizationId, id: newId(), shareId: share.id, number: (last?.number ?? 0) + 1 },
      ...{ network, connectionId, subject, origin, post },
      ...(isSame && requestOf(missing)),
    })
    .returning();
  if (!attempt) throw new DomainError("unavailable");
  return attempt;
}

/** The attempt whose post its member did not find; null once a network has said that there is none. */
function findMissing(attempts: AttemptRow[]): AttemptRow | undefined {
  const answered = attempts.findLast(
    ({ state, reason }) =>
      state === "rejected" || (state === "not_posted" && (reason === "attested" || reason === "proved")),
  );
  return answered?.reason === "attested" ? answered : undefined;
}

const requestOf = ({ body, bodyHash, key, apiVersion }: AttemptRow) =>
  body === null ? {} : { state: "media_ready" as const, body, bodyHash, key, apiVersion };
