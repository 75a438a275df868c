import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";
import { controlClasses } from "./control.ts";

/** Grows with what is written, where the browser can. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      className={cn(controlClasses, "field-sizing-content min-h-24 py-2 leading-6", className)}
      {...props}
    />
  );
}
