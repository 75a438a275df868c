import type { ReactNode } from "react";
import type { Viewer } from "#lib/members/schemas.ts";
import { AccentStyle } from "./accent-style.tsx";
import { Header } from "./header.tsx";
import { QueryProvider } from "./query-provider.tsx";

/** What stands around every page of a signed-in member. */
export function AppShell({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return (
    <QueryProvider key={viewer.organization.id}>
      <AccentStyle color={viewer.organization.accentColor} />
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-ink px-4 py-2 text-page focus:translate-y-0"
      >
        Skip to content
      </a>
      <Header viewer={viewer} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto max-w-7xl px-4 pt-6 pb-28 outline-none sm:px-6 sm:pt-10 sm:pb-20 print:max-w-none print:p-0"
      >
        {children}
      </main>
    </QueryProvider>
  );
}
