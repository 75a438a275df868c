import { db } from "#db/client.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { listAsked } from "#lib/guidelines/asked/queries.ts";
import type { Asked } from "#lib/guidelines/schemas.ts";
import { getOwnShare } from "../queries.ts";

/** What is asked of the words of one's own share that waits, on the day it leaves. */
export async function listAskedOfShare(actor: MemberActor, { id }: { id: string }): Promise<Asked> {
  const { storyId, scheduledFor } = await getOwnShare(actor, id);
  return listAsked(db, { ...actor, storyId, leavesAt: scheduledFor });
}
