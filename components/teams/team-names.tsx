"use client";

import { NameList } from "#components/layout/name-list.tsx";
import { addTeamAction, renameTeamAction } from "#lib/teams/actions.ts";
import type { TeamDto } from "#lib/teams/schemas.ts";

export function TeamNames({ teams }: { teams: TeamDto[] }) {
  const items = teams.map(({ id, name, memberCount }) => ({ id, name, note: countPeople(memberCount) }));
  return (
    <NameList
      title="Teams"
      noun="team"
      items={items}
      add={addTeamAction}
      rename={({ id, name }) => renameTeamAction({ teamId: id, name })}
    />
  );
}

const countPeople = (count: number): string => (count === 1 ? "1 person" : `${count} people`);
