import type { ReactNode } from "react";

/** A part of a long form under its name. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-5">
      <h2 className="text-2xl leading-tight">{title}</h2>
      {children}
    </section>
  );
}
