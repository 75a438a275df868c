"use client";

import * as Primitive from "radix-ui/switch";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

export function Switch({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      className={cn(
        "inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-edge bg-wash p-0.5 transition-colors duration-150",
        "disabled:opacity-55 data-[state=checked]:border-accent data-[state=checked]:bg-accent",
        className,
      )}
      {...props}
    >
      <Primitive.Thumb className="block size-4.5 rounded-full bg-edge transition-transform duration-150 data-[state=checked]:translate-x-4 data-[state=checked]:bg-accent-ink" />
    </Primitive.Root>
  );
}
