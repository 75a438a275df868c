import { and, asc, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { captions } from "#db/schema/captions.ts";
import type { Actor } from "#lib/auth/actor.ts";
import type { CaptionInput } from "./schemas.ts";

export type Caption = CaptionInput & { id: string };

/** A story's captions in the order in which the desk put them. */
export async function listCaptions(executor: Executor, actor: Actor, storyId: string): Promise<Caption[]> {
  return executor
    .select({
      id: captions.id,
      network: captions.network,
      language: captions.language,
      text: captions.text,
    })
    .from(captions)
    .where(and(eq(captions.organizationId, actor.organizationId), eq(captions.storyId, storyId)))
    .orderBy(asc(captions.position), asc(captions.id));
}
