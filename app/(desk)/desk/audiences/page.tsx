import type { Metadata } from "next";
import { Audiences } from "#components/audiences/audiences.tsx";
import { describeAudiences, getAudienceChoices } from "#lib/audiences/queries.ts";
import { requireActor } from "#lib/auth/actor.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "Audiences" };

export default async function AudiencesPage() {
  const actor = await requireActor();
  const choices = await orNotFound(getAudienceChoices(actor));
  const audiences = await describeAudiences(actor, choices);

  return <Audiences organizationId={actor.organizationId} audiences={audiences} />;
}
