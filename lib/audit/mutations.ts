import type { Executor } from "#db/client.ts";
import { auditEvents } from "#db/schema/audit.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";

/** Records who did what (`story.approve`) to what. Call it in the transaction of the write itself. */
export async function audit(
  tx: Executor,
  actor: Actor,
  action: `${string}.${string}`,
  subjectId: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  await tx.insert(auditEvents).values({
    organizationId: actor.organizationId,
    memberId: actor.kind === "member" ? actor.memberId : null,
    job: actor.kind === "system" ? actor.job : null,
    action,
    subjectId,
    data,
    happenedAt: clock.now(),
  });
}
