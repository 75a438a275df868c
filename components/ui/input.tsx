import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";
import { controlClasses } from "./control.ts";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn(controlClasses, "h-10", className)} {...props} />;
}
