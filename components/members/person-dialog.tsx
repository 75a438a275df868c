"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField } from "#components/ui/checkbox-field.tsx";
import {
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { updateMemberAction } from "#lib/members/actions.ts";
import type { PersonDto } from "#lib/members/schemas.ts";
import type { TeamDto } from "#lib/teams/schemas.ts";
import { PersonDoor } from "./person-door.tsx";
import { RoleFields } from "./role-fields.tsx";
import { TeamSelect } from "./team-select.tsx";
import { WorkplaceFields, workplaceOf } from "./workplace-fields.tsx";

type PersonDialogProps = { person: PersonDto; teams: TeamDto[]; isSelf: boolean; onDone: () => void };

export function PersonDialog({ person, teams, isSelf, onDone }: PersonDialogProps) {
  const [roles, setRoles] = useState([...person.roles]);
  const [teamId, setTeamId] = useState(person.team?.id ?? "");
  const [workplace, setWorkplace] = useState(workplaceOf(person));
  const [managedTeamIds, setManagedTeamIds] = useState([...person.managedTeamIds]);
  const update = useCall(updateMemberAction);

  const save = (event: FormEvent) => {
    event.preventDefault();
    void update.call(
      { memberId: person.id, roles, teamId: teamId || null, managedTeamIds, ...workplace },
      () => {
        toast(`${person.name} is up to date.`);
        onDone();
      },
    );
  };

  return (
    <DialogContent>
      <DialogHeader>
        <DialogTitle>{person.name}</DialogTitle>
        <DialogDescription>{person.email}</DialogDescription>
      </DialogHeader>
      <form onSubmit={save} className="grid gap-5">
        <TeamSelect teams={teams} teamId={teamId} onChange={setTeamId} />
        <WorkplaceFields workplace={workplace} onChange={setWorkplace} errorOf={update.errorOf} />
        <RoleFields roles={roles} onChange={setRoles} />
        {roles.includes("manager") && teams.length > 0 ? (
          <ManagedTeams teams={teams} chosen={managedTeamIds} onChange={setManagedTeamIds} />
        ) : null}
        <Alert message={update.message} />
        <DialogFooter>
          <Button type="submit" variant="primary" pending={update.isPending}>
            Save
          </Button>
        </DialogFooter>
      </form>
      <PersonDoor person={person} isSelf={isSelf} onDone={onDone} />
    </DialogContent>
  );
}

type ManagedTeamsProps = { teams: TeamDto[]; chosen: string[]; onChange: (teamIds: string[]) => void };

function ManagedTeams({ teams, chosen, onChange }: ManagedTeamsProps) {
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">Manages</legend>
      {teams.map(({ id, name }) => (
        <CheckboxField key={id} label={name} checked={chosen.includes(id)} onChange={() => toggle(id)} />
      ))}
    </fieldset>
  );
}
