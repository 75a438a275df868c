import { type ComponentProps, type ReactNode, useId } from "react";
import { Checkbox } from "./checkbox.tsx";

type CheckboxFieldProps = Omit<ComponentProps<typeof Checkbox>, "id"> & { label: ReactNode };

/** A checkbox and its label, which is part of what can be pressed. */
export function CheckboxField({ label, ...props }: CheckboxFieldProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-2.5">
      <Checkbox id={id} {...props} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
