import { BackLink } from "#components/ui/back-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { sayDate } from "#lib/day.ts";
import type { PledgeDto } from "#lib/pledges/schemas.ts";
import { HandoverOffer } from "./handover-offer.tsx";
import { PledgeBar } from "./pledge-bar.tsx";
import { PledgeSettings } from "./pledge-settings.tsx";

const states = { open: "open", kept: "kept", missed: "not kept", released: "released" } as const;

/** One promise, for those who are in it. */
export function PledgePage({ pledge }: { pledge: PledgeDto }) {
  const { words, byName, isOwn, isTeams, note, state, startsOn, endsOn, dependentNames, releaseReason } =
    pledge;
  return (
    <article className="mx-auto grid max-w-3xl gap-8">
      <header className="grid gap-3">
        <BackLink href="/pledges">Pledges</BackLink>
        <h1 className="text-4xl leading-tight text-balance wrap-anywhere">{words}</h1>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-quiet">
          <Badge tone={state === "kept" ? "accent" : "plain"}>{states[state]}</Badge>
          <span>
            {isOwn ? "Your promise" : `${byName} ${isTeams ? "promise together" : "promised"}`},{" "}
            {sayDate(startsOn)} to {sayDate(endsOn)}
          </span>
        </p>
        {note ? <p className="font-serif text-xl wrap-anywhere">“{note}”</p> : null}
        {releaseReason ? <p className="wrap-anywhere">Released: {releaseReason}</p> : null}
      </header>
      <PledgeBar pledge={pledge} />
      <dl className="grid gap-3 text-sm">
        {dependentNames.length > 0 ? (
          <div>
            <dt className="text-quiet">Depend on it</dt>
            <dd>{dependentNames.join(", ")}</dd>
          </div>
        ) : null}
        {pledge.restingWeeks.length > 0 ? (
          <div>
            <dt className="text-quiet">Rests in the weeks of</dt>
            <dd>{pledge.restingWeeks.map(sayDate).join(", ")}</dd>
          </div>
        ) : null}
        <div>
          <dt className="text-quiet">Who sees it</dt>
          <dd>
            {isTeams ? "The team" : isOwn ? "You" : byName}
            {dependentNames.length > 0 ? ", those who depend on it" : ""}
            {pledge.isSharedWithManagers ? ", and managers" : ", and no manager"}.
          </dd>
        </div>
      </dl>
      {pledge.offer ? <HandoverOffer offer={pledge.offer} /> : null}
      {pledge.mayChange && state === "open" ? <PledgeSettings pledge={pledge} /> : null}
    </article>
  );
}
