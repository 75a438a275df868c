"use client";

import * as Primitive from "radix-ui/dialog";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";
import { CloseCorner } from "./dialog.tsx";
import { overlayClasses } from "./overlay.ts";

export const Sheet = Primitive.Root;
export const SheetTrigger = Primitive.Trigger;
export const SheetClose = Primitive.Close;
export { DialogDescription as SheetDescription, DialogTitle as SheetTitle } from "./dialog.tsx";

type Side = "right" | "bottom";

/** A dialog that comes from an edge: from the right, or from below as phones have it. */
export function SheetContent({
  side = "right",
  className,
  children,
  ...props
}: ComponentProps<typeof Primitive.Content> & { side?: Side }) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayClasses} />
      <Primitive.Content
        className={cn(
          "fixed z-50 flex flex-col gap-5 overflow-y-auto border-line bg-raised p-6 text-ink shadow-float outline-none data-[state=open]:animate-fade",
          sides[side],
          className,
        )}
        {...props}
      >
        {children}
        <CloseCorner />
      </Primitive.Content>
    </Primitive.Portal>
  );
}

const sides: Record<Side, string> = {
  right: "inset-y-0 right-0 w-full max-w-md border-l",
  bottom:
    "inset-x-0 bottom-0 max-h-[92dvh] rounded-t-xl border-t pb-[max(1.5rem,env(safe-area-inset-bottom))]",
};
