import { type MouseEvent, useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { DeadlineChoice } from "#lib/reviews/deadlines/deadline.ts";

type SubmitBarProps = {
  deadlines: DeadlineChoice[];
  dueAt: string;
  onDueAt: (dueAt: string) => void;
  isPending: boolean;
  onSubmit: (event: MouseEvent) => void;
};

/** Hands the story in, and says by when a decision would help. */
export function SubmitBar({ deadlines, dueAt, onDueAt, isPending, onSubmit }: SubmitBarProps) {
  const id = useId();
  return (
    <>
      <Button variant="primary" pending={isPending} onClick={onSubmit}>
        Submit for review
      </Button>
      <span className="flex items-center gap-2 text-sm">
        <label htmlFor={id} className="text-quiet">
          Decision wanted by
        </label>
        <Select id={id} className="w-44" value={dueAt} onChange={(event) => onDueAt(event.target.value)}>
          <option value="">no deadline</option>
          {deadlines.map(({ name, local }) => (
            <option key={local} value={local}>
              {name}
            </option>
          ))}
        </Select>
      </span>
    </>
  );
}
