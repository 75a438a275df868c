import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { TeamDto } from "#lib/teams/schemas.ts";

type TeamSelectProps = { teams: TeamDto[]; teamId: string; onChange: (teamId: string) => void };

export function TeamSelect({ teams, teamId, onChange }: TeamSelectProps) {
  return (
    <Field label="Team">
      {(control) => (
        <Select {...control} value={teamId} onChange={(event) => onChange(event.target.value)}>
          <option value="">No team</option>
          {teams.map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
