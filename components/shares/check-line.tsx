import { Check, CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#lib/cn.ts";

type LineState = "good" | "note" | "warning" | "wrong";

const marks = { good: Check, note: Info, warning: TriangleAlert, wrong: CircleAlert };

const tones = { good: "", note: "", warning: "text-ink", wrong: "text-danger" };

/** One thing that is said about the words, with a mark for how it stands. */
export function CheckLine({ state, children }: { state: LineState; children: ReactNode }) {
  const Mark = marks[state];
  return (
    <li className={cn("flex gap-2 text-quiet", tones[state])}>
      <Mark aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">{children}</div>
    </li>
  );
}
