"use client";

import { useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import type { PersonDto } from "#lib/members/schemas.ts";
import type { TeamDto } from "#lib/teams/schemas.ts";
import { PersonDialog } from "./person-dialog.tsx";
import { PersonRow } from "./person-row.tsx";

type PeopleListProps = { people: PersonDto[]; teams: TeamDto[]; ownId: string };

export function PeopleList({ people, teams, ownId }: PeopleListProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const person = people.find(({ id }) => id === openId);
  const close = () => setOpenId(null);
  return (
    <>
      <ul className="border-t border-line">
        {people.map((one) => (
          <PersonRow key={one.id} person={one} isSelf={one.id === ownId} onEdit={() => setOpenId(one.id)} />
        ))}
      </ul>
      <Dialog open={person !== undefined} onOpenChange={close}>
        {person ? (
          <PersonDialog
            key={person.id}
            person={person}
            teams={teams}
            isSelf={person.id === ownId}
            onDone={close}
          />
        ) : null}
      </Dialog>
    </>
  );
}
