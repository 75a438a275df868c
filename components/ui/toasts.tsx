"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

/** What sonner shows, in our looks. Loaded by toaster.tsx. */
export function Toasts() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-center"
      offset={{ bottom: "1.5rem" }}
      mobileOffset={{ bottom: "5rem" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-md bg-ink px-4 py-3 font-sans text-sm leading-5 text-page shadow-float",
          content: "grid gap-0.5",
          // sonner gives it a light colour in the dark, where ours is light already.
          description: "text-inherit! opacity-75",
          actionButton: "ml-auto shrink-0 rounded-sm px-2 py-1 font-medium underline underline-offset-4",
          icon: "hidden",
        },
      }}
    />
  );
}
