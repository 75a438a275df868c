import type { Metadata } from "next";
import { PledgesRoom } from "#components/pledges/pledges-room.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { listAbsences } from "#lib/pledges/absences/queries.ts";
import { getPledgesRoom } from "#lib/pledges/queries.ts";

export const metadata: Metadata = { title: "Pledges" };

export default async function PledgesPage() {
  const actor = await requireActor();
  const [room, absences] = await Promise.all([getPledgesRoom(actor), listAbsences(actor)]);

  return <PledgesRoom room={room} absences={absences} />;
}
