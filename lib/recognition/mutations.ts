import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { SwitchRecognitionInput } from "./schemas.ts";

/**
 * Switches streaks, levels, badges and thanks off or on, for the member and for what others can do to them. What was earned is
 * there again when it is switched on. It is in no audit event: it is nobody's to know.
 */
export async function switchRecognition(actor: MemberActor, { isOn }: SwitchRecognitionInput): Promise<void> {
  await db
    .update(members)
    .set({ recognitionOffAt: isOn ? null : clock.now() })
    .where(and(eq(members.organizationId, actor.organizationId), eq(members.id, actor.memberId)));
}
