import type { ReactNode } from "react";
import { Mark } from "#components/layout/mark.tsx";

/** The page around everything that happens before somebody is in. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-lg content-center gap-8 px-5 py-12">
      <p className="flex items-center gap-2.5 font-serif text-xl font-semibold tracking-tight">
        <Mark className="h-5 w-auto text-accent" />
        Herald
      </p>
      <h1 className="text-4xl leading-[1.1] sm:text-5xl">{title}</h1>
      {children}
    </main>
  );
}
