import type { Metadata } from "next";
import { PledgeForm } from "#components/pledges/pledge-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { getPledgeChoices } from "#lib/pledges/choices/queries.ts";

export const metadata: Metadata = { title: "Make a pledge" };

export default async function NewPledgePage() {
  const choices = await getPledgeChoices(await requireActor());

  return (
    <div className="mx-auto grid max-w-xl gap-8">
      <BackLink href="/pledges">Pledges</BackLink>
      <h1 className="text-4xl leading-tight sm:text-5xl">Make a pledge</h1>
      <PledgeForm choices={choices} />
    </div>
  );
}
