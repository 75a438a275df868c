import { ArrowDown, ArrowUp } from "lucide-react";
import type { BoardRow } from "#lib/boards/schemas.ts";
import { cn } from "#lib/cn.ts";

/** Places won or lost since a week ago. */
export function Movement({
  row,
  className,
}: {
  row: Pick<BoardRow, "rank" | "movement">;
  className?: string;
}) {
  const { rank, movement } = row;
  if (rank === null) return null;
  const Arrow = movement && movement > 0 ? ArrowUp : ArrowDown;
  return (
    <span className={cn("text-sm text-quiet", movement && movement > 0 && "text-ink", className)}>
      {movement ? <Arrow aria-hidden className="mr-0.5 inline size-3 align-[-0.05em]" /> : null}
      <span aria-hidden>{movement === null ? "new" : movement === 0 ? "same" : Math.abs(movement)}</span>
      <span className="sr-only">{say(movement)}</span>
    </span>
  );
}

function say(movement: number | null): string {
  if (movement === null) return "new this week";
  if (movement === 0) return "same place as a week ago";
  const places = Math.abs(movement) === 1 ? "1 place" : `${Math.abs(movement)} places`;
  return `${movement > 0 ? "up" : "down"} ${places} in a week`;
}
