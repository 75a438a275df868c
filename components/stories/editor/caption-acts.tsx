"use client";

import { ArrowDown, ArrowUp, Copy, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";

type CaptionActsProps = {
  number: number;
  count: number;
  canDuplicate: boolean;
  onMove: (by: -1 | 1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
};

/** Another place, a copy, or none. */
export function CaptionActs({
  number,
  count,
  canDuplicate,
  onMove,
  onDuplicate,
  onRemove,
}: CaptionActsProps) {
  return (
    <div className="-mr-2 flex">
      <Button
        variant="ghost"
        size="icon"
        aria-label={`Move caption ${number} up`}
        disabled={number === 1}
        onClick={() => onMove(-1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        aria-label={`Move caption ${number} down`}
        disabled={number === count}
        onClick={() => onMove(1)}
      >
        <ArrowDown aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        aria-label={`Duplicate caption ${number}`}
        disabled={!canDuplicate}
        onClick={onDuplicate}
      >
        <Copy aria-hidden />
      </Button>
      <Button variant="ghost" size="icon" aria-label={`Remove caption ${number}`} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}
