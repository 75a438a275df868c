import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { topics } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";

/** Every topic of the organization, by name. */
export async function listTopics({ organizationId }: Actor): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: topics.id, name: topics.name })
    .from(topics)
    .where(eq(topics.organizationId, organizationId))
    .orderBy(topics.name);
}
