"use client";

import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { sayCountry } from "#lib/members/countries.ts";
import type { PersonDto } from "#lib/members/schemas.ts";

type PersonRowProps = { person: PersonDto; isSelf: boolean; onEdit: () => void };

export function PersonRow({ person, isSelf, onEdit }: PersonRowProps) {
  const place = [person.location, sayCountry(person.country)];
  const about = [person.jobTitle, person.team?.name, ...place].filter(Boolean).join(", ");
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-b border-line py-3 sm:grid-cols-[auto_minmax(0,5fr)_minmax(0,4fr)_9rem_auto]">
      <Avatar name={person.name} />
      <p className="grid">
        <span className="truncate font-medium">
          {person.name}
          {isSelf ? <span className="font-normal text-quiet"> (you)</span> : null}
        </span>
        <span className="truncate text-sm text-quiet">{person.email}</span>
      </p>
      <p className="truncate text-sm text-quiet max-sm:hidden">{about}</p>
      <p className="flex flex-wrap justify-end gap-1 max-sm:order-last max-sm:col-span-2 max-sm:col-start-2 max-sm:justify-start">
        {stateBadge(person)}
        {person.roles
          .filter((role) => role !== "employee")
          .map((role) => (
            <Badge key={role} className="capitalize">
              {role}
            </Badge>
          ))}
      </p>
      <Button size="sm" onClick={onEdit} aria-label={`Edit ${person.name}`}>
        Edit
      </Button>
    </li>
  );
}

function stateBadge({ state }: PersonDto) {
  if (state === "suspended") return <Badge tone="danger">Suspended</Badge>;
  return state === "invited" ? <Badge tone="accent">Invited</Badge> : null;
}
