import type { Metadata } from "next";
import { AccountQuestion } from "#components/connections/account-question.tsx";
import { ConnectionResult } from "#components/connections/connection-result.tsx";
import { OfferRow } from "#components/connections/offer-row.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { findReturn } from "#lib/connections/consent/queries.ts";
import { landingFilters } from "#lib/connections/consent/schemas.ts";
import { findAccountChoice, listConnectOffers } from "#lib/connections/queries.ts";
import { getViewer } from "#lib/members/queries.ts";

export const metadata: Metadata = { title: "Your accounts" };

export default async function ConnectionsPage({ searchParams }: PageProps<"/me/connections">) {
  const actor = await requireActor();
  const { organization } = await getViewer(actor);
  const { result, network, request } = landingFilters.parse(await searchParams);
  const [offers, choice, returnTo] = await Promise.all([
    listConnectOffers(actor),
    request && result === "other" ? findAccountChoice(actor, request) : null,
    request && network ? findReturn(actor, request, network) : null,
  ]);

  return (
    <div className="mx-auto grid max-w-3xl gap-8">
      <header>
        <h1 className="text-4xl leading-tight sm:text-5xl">Your accounts</h1>
        <p className="mt-2 max-w-prose text-pretty text-quiet">
          Connect an account and Herald can publish there for you, when you say so. Without one you share by
          hand, as ever. Nobody else can use it or see which account it is.
        </p>
      </header>
      {choice ? <AccountQuestion choice={choice} returnTo={returnTo} /> : null}
      {result && network ? (
        <ConnectionResult result={result} network={network} isAsked={choice !== null} returnTo={returnTo} />
      ) : null}
      <ul className="divide-y divide-line border-y border-line">
        {offers.map((offer) => (
          <OfferRow key={offer.network} offer={offer} now={clock.now()} timeZone={organization.timeZone} />
        ))}
      </ul>
    </div>
  );
}
