import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PledgePage } from "#components/pledges/pledge-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getPledge } from "#lib/pledges/queries.ts";
import { pledgeId } from "#lib/pledges/schemas.ts";

export const metadata: Metadata = { title: "A pledge" };

export default async function OnePledgePage({ params }: PageProps<"/pledges/[id]">) {
  const actor = await requireActor();
  const { data } = pledgeId.safeParse(await params);
  if (!data) notFound();

  return <PledgePage key={data.id} pledge={await orNotFound(getPledge(actor, data.id))} />;
}
