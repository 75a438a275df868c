import type { Metadata } from "next";
import { Guidelines } from "#components/guidelines/guidelines.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { getGuidelineRoom } from "#lib/guidelines/queries.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "Guidelines" };

export default async function GuidelinesPage() {
  const actor = await requireActor();
  const room = await orNotFound(getGuidelineRoom(actor));

  return <Guidelines room={room} />;
}
