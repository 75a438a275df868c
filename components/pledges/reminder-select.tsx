import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

type ReminderSelectProps = { remindOn: number | null; onChange: (remindOn: number | null) => void };

/** On which weekday to be reminded, if at all. */
export function ReminderSelect({ remindOn, onChange }: ReminderSelectProps) {
  return (
    <Field label="Remind me">
      {(control) => (
        <Select
          {...control}
          value={remindOn ?? ""}
          onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}
        >
          <option value="">never</option>
          {weekdays.map((weekday, index) => (
            <option key={weekday} value={index + 1}>
              on {weekday}s
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
