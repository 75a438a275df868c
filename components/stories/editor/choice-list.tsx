"use client";

import { useId } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";

type ChoiceListProps = {
  choices: { id: string; name: string }[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
};

/** Any number of named things to tick. */
export function ChoiceList({ choices, chosen, onChange }: ChoiceListProps) {
  const listId = useId();
  return (
    <ul className="grid gap-1.5">
      {choices.map(({ id, name }) => (
        <li key={id} className="flex items-center gap-2.5">
          <Checkbox
            id={`${listId}-${id}`}
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
          <label htmlFor={`${listId}-${id}`}>{name}</label>
        </li>
      ))}
    </ul>
  );
}
