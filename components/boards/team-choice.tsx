"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Select } from "#components/ui/select.tsx";
import { toSearch } from "#lib/boards/query-options.ts";
import type { Board, BoardFilters } from "#lib/boards/schemas.ts";

type TeamChoiceProps = { filters: BoardFilters; teams: Board["managedTeams"] };

/** For managers: everybody, or one of the teams they manage. */
export function TeamChoice({ filters, teams }: TeamChoiceProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const show = (team: string) => {
    const { team: _team, ...everybody } = filters;
    const search = toSearch(team ? { ...everybody, team } : everybody);
    startTransition(() => router.push(`/leaderboard?${search}`, { scroll: false }));
  };
  return (
    <Select
      aria-label="Team"
      aria-busy={isPending}
      value={filters.team ?? ""}
      onChange={(event) => show(event.target.value)}
      className="w-auto min-w-44 max-sm:w-full"
    >
      <option value="">Everybody</option>
      {teams.map((team) => (
        <option key={team.id} value={team.id}>
          {team.name}
        </option>
      ))}
    </Select>
  );
}
