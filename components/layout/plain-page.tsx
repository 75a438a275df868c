import type { ReactNode } from "react";

type PlainPageProps = { title: string; children: ReactNode; action?: ReactNode };

/** One sentence and the next step, where there is nothing else to show. */
export function PlainPage({ title, children, action }: PlainPageProps) {
  return (
    <section className="mx-auto grid max-w-xl gap-4 px-4 py-20 sm:py-28">
      <h1 className="text-4xl leading-tight sm:text-5xl">{title}</h1>
      <div className="grid gap-3 text-lg leading-7 text-quiet">{children}</div>
      {action ? <div className="mt-3 flex flex-wrap gap-3">{action}</div> : null}
    </section>
  );
}
