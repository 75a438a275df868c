import type { ReactNode } from "react";

/** The foot of the sheet: what will happen, and the one thing to press. It stays in sight while the words scroll. */
export function ComposerFooter({ note, children }: { note: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-3 border-t border-line pt-4 sticky -bottom-6 -mx-6 -mb-6 bg-raised px-6 pb-6 max-sm:-bottom-4 max-sm:-mx-4 max-sm:-mb-4 max-sm:p-4">
      <div className="min-w-0 grow basis-60 text-sm text-quiet">{note}</div>
      {children}
    </div>
  );
}

/** Why there is nothing to press. */
export const Obstacle = ({ children }: { children: ReactNode }) => (
  <p role="status" className="font-medium text-ink">
    {children}
  </p>
);

export const sayTooLong = (name: string, over: number): string =>
  `Too long for ${name} by ${over.toLocaleString("en")}.`;
