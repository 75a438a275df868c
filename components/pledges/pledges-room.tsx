import Link from "next/link";
import { buttonClasses } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Absence } from "#lib/pledges/absences/schemas.ts";
import type { PledgeDto, PledgesRoom as Room } from "#lib/pledges/schemas.ts";
import { Absences } from "./absences.tsx";
import { PledgeCard } from "./pledge-card.tsx";

const percent = new Intl.NumberFormat("en-GB", { style: "percent" });

/** The promises that the member is in: their own, their team's, those they depend on, and what became of others. */
export function PledgesRoom({ room, absences }: { room: Room; absences: Absence[] }) {
  const { offered, own, team, depended, over, keptRate } = room;
  const isEmpty = [offered, own, team, depended, over].every((list) => list.length === 0);
  return (
    <div className="mx-auto grid max-w-3xl gap-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-2">
          <h1 className="text-4xl leading-tight sm:text-5xl">Pledges</h1>
          <p className="max-w-measure text-quiet">
            {keptRate === null
              ? "What you promised, and what was promised to you. Nobody else sees it, and not keeping one costs nothing."
              : `You have kept ${percent.format(keptRate)} of your promises. Nobody else sees that.`}
          </p>
        </div>
        <Link href="/pledges/new" className={buttonClasses("primary")}>
          Make a pledge
        </Link>
      </div>
      {isEmpty ? (
        <EmptyState title="No promises yet">
          Two shares a week on hiring until the fair: a promise is easier to keep than a habit.
        </EmptyState>
      ) : null}
      <List title="Offered to you" pledges={offered} />
      <List title="Yours" pledges={own} />
      <List title="Your team’s" pledges={team} />
      <List title="Of colleagues" pledges={depended} />
      <List title="Over" pledges={over} />
      <Absences absences={absences} />
    </div>
  );
}

function List({ title, pledges }: { title: string; pledges: PledgeDto[] }) {
  if (pledges.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="border-b border-line pb-2 text-2xl">{title}</h2>
      <ul>
        {pledges.map((pledge) => (
          <PledgeCard key={pledge.id} pledge={pledge} />
        ))}
      </ul>
    </section>
  );
}
