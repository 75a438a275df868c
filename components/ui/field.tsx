import { type ReactNode, useId } from "react";
import { cn } from "#lib/cn.ts";
import { Label } from "./label.tsx";

type Control = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

type FieldProps = {
  label: ReactNode;
  /** Said under the label before anything is entered. */
  hint?: ReactNode;
  /** What is wrong, in a sentence. */
  error?: string | undefined;
  className?: string;
  /** Draws the control; what it is given ties it to label, hint and error. */
  children: (control: Control) => ReactNode;
};

/** A label, its control, and what there is to say about it: `<Field label="Title">{(control) => <Input {...control} />}</Field>`. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={cn("grid content-start gap-1.5", className)}>
      <Label htmlFor={id}>{label}</Label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm leading-5 text-quiet">
          {hint}
        </p>
      ) : null}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-sm leading-5 text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}
