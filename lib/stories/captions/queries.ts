import { and, asc, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
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
      audienceId: captions.audienceId,
      weight: captions.weight,
    })
    .from(captions)
    .where(and(eq(captions.organizationId, actor.organizationId), eq(captions.storyId, storyId)))
    .orderBy(asc(captions.position), asc(captions.id));
}

/** What the audiences are called that captions of a story are offered to, by their ids. */
export async function nameCaptionAudiences(
  executor: Executor,
  { organizationId }: Actor,
  storyId: string,
): Promise<Record<string, string>> {
  const rows = await executor
    .selectDistinct({ id: audiences.id, name: audiences.name })
    .from(captions)
    .innerJoin(
      audiences,
      and(eq(audiences.organizationId, captions.organizationId), eq(audiences.id, captions.audienceId)),
    )
    .where(and(eq(captions.organizationId, organizationId), eq(captions.storyId, storyId)));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
