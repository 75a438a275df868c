"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Select } from "#components/ui/select.tsx";
import { readGroup, sayGroup } from "#lib/boards/group.ts";
import { toSearch } from "#lib/boards/query-options.ts";
import type { Board, BoardFilters } from "#lib/boards/schemas.ts";

type GroupChoiceProps = { filters: BoardFilters; teams: Board["managedTeams"]; groups: string[] };

const kinds = { function: "The same job", region: "The same region", executives: "Apart" } as const;

/** Everybody, those who do the same or are in the same place, and for managers the teams they manage. */
export function GroupChoice({ filters, teams, groups }: GroupChoiceProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const show = (chosen: string) => {
    const { team: _team, group: _group, ...everybody } = filters;
    const isTeam = teams.some(({ id }) => id === chosen);
    const search = toSearch({ ...everybody, ...(chosen && (isTeam ? { team: chosen } : { group: chosen })) });
    startTransition(() => router.push(`/leaderboard?${search}`, { scroll: false }));
  };
  return (
    <Select
      aria-label="Among whom"
      aria-busy={isPending}
      value={filters.team ?? filters.group ?? ""}
      onChange={(event) => show(event.target.value)}
      className="w-auto min-w-44 max-sm:w-full"
    >
      <option value="">Everybody</option>
      {teams.length > 0 ? (
        <optgroup label="Teams you manage">
          {teams.map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </optgroup>
      ) : null}
      {Object.entries(kinds).map(([kind, label]) => {
        const listed = groups.flatMap((value) => {
          const group = readGroup(value);
          return group?.kind === kind ? [{ value, name: sayGroup(group) }] : [];
        });
        return listed.length > 0 ? (
          <optgroup key={kind} label={label}>
            {listed.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </optgroup>
        ) : null;
      })}
    </Select>
  );
}
