"use client";

import { X } from "lucide-react";
import * as Primitive from "radix-ui/dialog";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";
import { floatingClasses, overlayClasses } from "./overlay.ts";

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

export function DialogContent({ className, children, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayClasses} />
      <Primitive.Content
        className={cn(
          floatingClasses,
          "fixed top-1/2 left-1/2 z-50 grid max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2",
          "gap-5 overflow-y-auto p-6 outline-none data-[state=open]:animate-fade",
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

/** The cross at the corner of a dialog or a sheet. */
export function CloseCorner() {
  return (
    <Primitive.Close
      aria-label="Close"
      className="absolute top-3 right-3 grid size-9 place-items-center rounded-md text-quiet hover:bg-wash hover:text-ink"
    >
      <X aria-hidden className="size-4.5" />
    </Primitive.Close>
  );
}

export function DialogHeader({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("grid gap-1.5 pr-10", className)} {...props} />;
}

export function DialogTitle({ className, ...props }: ComponentProps<typeof Primitive.Title>) {
  return (
    <Primitive.Title className={cn("font-serif text-2xl leading-tight font-medium", className)} {...props} />
  );
}

export function DialogDescription({ className, ...props }: ComponentProps<typeof Primitive.Description>) {
  return <Primitive.Description className={cn("text-quiet", className)} {...props} />;
}

export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("flex flex-wrap justify-end gap-3", className)} {...props} />;
}
