import { db } from "#db/client.ts";
import { organizations } from "#db/schema/organizations.ts";
import { log } from "#lib/log.ts";
import { deleteOldLooks } from "../../looks/mutations.ts";
import { closeEndedSeasons } from "../../seasons/closing/mutations.ts";
import { turnBoards } from "../mutations.ts";

/** Turns the boards of organizations where another day has begun, and closes seasons that are over. May be killed and run again. */
export async function tendBoards(): Promise<void> {
  for (const { id } of await db.select({ id: organizations.id }).from(organizations))
    await tend(id).catch((error: unknown) =>
      log.warn({ err: error, organizationId: id }, "boards could not be turned"),
    );
}

async function tend(organizationId: string): Promise<void> {
  const today = await turnBoards(organizationId);
  await closeEndedSeasons(organizationId, today);
  await deleteOldLooks(organizationId, today);
}
