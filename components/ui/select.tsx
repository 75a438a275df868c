import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";
import { controlClasses } from "./control.ts";

/** The browser's own select: it works by keyboard, with a screen reader and as a wheel on a phone. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span className={cn("relative inline-block w-full", className)}>
      <select className={cn(controlClasses, "h-10 appearance-none pr-9 text-ellipsis")} {...props}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-quiet"
      />
    </span>
  );
}
