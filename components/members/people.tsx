import { EmptyState } from "#components/ui/empty-state.tsx";
import { Paging } from "#components/ui/paging.tsx";
import type { PeoplePage } from "#lib/members/schemas.ts";
import type { TeamDto } from "#lib/teams/schemas.ts";
import { InviteButton } from "./invite-button.tsx";
import { PeopleList } from "./people-list.tsx";
import { PeopleSearch } from "./people-search.tsx";

type PeopleProps = { page: PeoplePage; q: string; teams: TeamDto[]; ownId: string };

export function People({ page, q, teams, ownId }: PeopleProps) {
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center gap-3">
        <PeopleSearch q={q} />
        <p className="mr-auto text-sm text-quiet tabular" role="status">
          {page.count === 1 ? "1 person" : `${page.count} people`}
        </p>
        <InviteButton teams={teams} />
      </div>
      {page.people.length > 0 ? (
        <PeopleList people={page.people} teams={teams} ownId={ownId} />
      ) : (
        <EmptyState title="Nobody by that name.">
          Search for part of a name, an address, a job or a location.
        </EmptyState>
      )}
      <Paging page={page.page} pageCount={page.pageCount} hrefOf={(number) => addressOf(q, number)} />
    </div>
  );
}

const addressOf = (q: string, page: number): string =>
  `/admin/people?${new URLSearchParams({ ...(q ? { q } : {}), page: String(page) })}`;
