import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import type { PledgeDto } from "#lib/pledges/schemas.ts";
import { PledgeBar } from "./pledge-bar.tsx";

const states = { open: "open", kept: "kept", missed: "not kept", released: "released" } as const;

/** A promise in a list: whose, what, and how it stands. */
export function PledgeCard({ pledge }: { pledge: PledgeDto }) {
  const { id, words, byName, isOwn, state, note, restsToday, releaseReason } = pledge;
  return (
    <li className="grid gap-3 border-b border-line py-5">
      <div className="grid gap-1">
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xl leading-snug wrap-anywhere">
          <Link href={`/pledges/${id}`} className="hover:underline hover:underline-offset-4">
            {words}
          </Link>
          <Badge tone={state === "kept" ? "accent" : "plain"}>{states[state]}</Badge>
        </h3>
        <p className="text-sm text-quiet wrap-anywhere">
          {isOwn ? "You" : byName}
          {note ? ` · “${note}”` : ""}
          {state === "open" && restsToday ? " · rests today" : ""}
          {releaseReason ? ` · ${releaseReason}` : ""}
        </p>
      </div>
      <PledgeBar pledge={pledge} />
    </li>
  );
}
