"use client";

import * as Primitive from "radix-ui/popover";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";
import { floatingClasses } from "./overlay.ts";

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;
export const PopoverClose = Primitive.Close;

export function PopoverContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        align="start"
        sideOffset={6}
        collisionPadding={8}
        className={cn(
          floatingClasses,
          "z-50 w-80 max-w-[calc(100vw-1rem)] p-4 outline-none data-[state=open]:animate-rise",
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}
