import { Check, CircleAlert, Info } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#lib/cn.ts";

type LineState = "good" | "note" | "wrong";

const marks = { good: Check, note: Info, wrong: CircleAlert };

/** One thing that is said about the words, with a mark for how it stands. */
export function CheckLine({ state, children }: { state: LineState; children: ReactNode }) {
  const Mark = marks[state];
  return (
    <li className={cn("flex gap-2 text-quiet", state === "wrong" && "text-danger")}>
      <Mark aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">{children}</div>
    </li>
  );
}
