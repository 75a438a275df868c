import type { ReactNode } from "react";

/** The page around everything that happens before somebody is in. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-6 py-12">
      <p className="font-serif text-2xl text-accent">Herald</p>
      <h1 className="font-serif text-4xl leading-tight text-ink">{title}</h1>
      {children}
    </main>
  );
}
