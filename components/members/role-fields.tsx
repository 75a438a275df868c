import { CheckboxField } from "#components/ui/checkbox-field.tsx";
import type { Role } from "#lib/auth/actor.ts";

const choices: { role: Role; name: string; does: string }[] = [
  { role: "curator", name: "Curator", does: "writes and approves stories" },
  { role: "manager", name: "Manager", does: "sees how their teams do" },
  { role: "admin", name: "Admin", does: "looks after people and settings" },
];

type RoleFieldsProps = { roles: readonly Role[]; onChange: (roles: Role[]) => void };

/** The roles that come on top of being an employee. */
export function RoleFields({ roles, onChange }: RoleFieldsProps) {
  const toggle = (role: Role) =>
    onChange(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role]);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">Roles</legend>
      <p className="text-sm text-quiet">Everybody can read, share and suggest.</p>
      {choices.map(({ role, name, does }) => (
        <CheckboxField
          key={role}
          label={
            <>
              {name} <span className="text-quiet">{does}</span>
            </>
          }
          checked={roles.includes(role)}
          onChange={() => toggle(role)}
        />
      ))}
    </fieldset>
  );
}
