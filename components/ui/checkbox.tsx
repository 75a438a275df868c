import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

/** The browser's own checkbox in our colour. */
export function Checkbox({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  return <input type="checkbox" className={cn("size-4.5 shrink-0 accent-accent", className)} {...props} />;
}
