import { useId } from "react";
import type { Profile } from "#lib/members/profile/schemas.ts";

const choices = [
  { value: "name", label: "By my name" },
  { value: "alias", label: "By an alias" },
  { value: "absent", label: "Not at all. I still see my own points." },
] as const;

type BoardNameFieldsProps = {
  chosen: Profile["boardName"];
  onChange: (boardName: Profile["boardName"]) => void;
};

/** How a member appears on leaderboards; theirs to choose, at any time. */
export function BoardNameFields({ chosen, onChange }: BoardNameFieldsProps) {
  const id = useId();
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">On leaderboards</legend>
      {choices.map(({ value, label }) => (
        <div key={value} className="flex items-center gap-2.5">
          <input
            type="radio"
            id={`${id}-${value}`}
            name={id}
            checked={chosen === value}
            onChange={() => onChange(value)}
            className="size-4.5 accent-accent"
          />
          <label htmlFor={`${id}-${value}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  );
}
