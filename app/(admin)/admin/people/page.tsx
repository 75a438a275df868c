import type { Metadata } from "next";
import { AdminHeading } from "#components/layout/admin-heading.tsx";
import { People } from "#components/members/people.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { listPeople } from "#lib/members/people/queries.ts";
import { peopleFilters } from "#lib/members/schemas.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { listTeams } from "#lib/teams/queries.ts";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const actor = await requireActor();
  const filters = peopleFilters.parse(await searchParams);
  const [page, teams] = await Promise.all([orNotFound(listPeople(actor, filters)), listTeams(actor)]);

  return (
    <>
      <AdminHeading title="People" here="/admin/people" />
      <People page={page} q={filters.q} teams={teams} ownId={actor.memberId} />
    </>
  );
}
