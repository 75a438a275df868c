import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Day } from "#lib/day.ts";
import type { ScheduledShare } from "#lib/shares/schedule/schemas.ts";
import { localTimeAt } from "#lib/shares/schedule/week.ts";

/** The time that the pointer is over. */
export type Aim = { day: Day; minute: number };

type Held = {
  entry: ScheduledShare;
  startX: number;
  startY: number /** From the card's top edge to the pointer. */;
  grip: number;
};

type DragOptions = {
  field: RefObject<HTMLElement | null>;
  days: Day[];
  /** The hours that the field shows, from its top to its bottom. */
  from: number;
  to: number;
  onMove: (entry: ScheduledShare, local: string) => void;
  onOpen: (id: string) => void;
};

const stepMinutes = 15;
/** Less is a press whose hand was not quite still. */
const slackPixels = 5;

/** Drags cards over the week with a mouse or a pen; Escape lets go. A press that did not move opens the card. */
export function useDrag({ field, days, from, to, onMove, onOpen }: DragOptions) {
  const [held, setHeld] = useState<Held | null>(null);
  const [aim, setAim] = useState<Aim | null>(null);
  const hasMoved = useRef(false);
  const letGo = () => {
    setHeld(null);
    setAim(null);
  };

  useEffect(() => {
    if (!held) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setHeld(null);
      setAim(null);
    };
    window.addEventListener("keydown", cancel);
    return () => window.removeEventListener("keydown", cancel);
  }, [held]);

  const aimAt = ({ clientX, clientY }: PointerEvent, { grip }: Held): Aim | null => {
    const box = field.current?.getBoundingClientRect();
    if (!box) return null;
    const column = Math.floor(((clientX - box.left) / box.width) * days.length);
    const day = days[Math.max(0, Math.min(column, days.length - 1))];
    const minutes = ((clientY - grip - box.top) / box.height) * (to - from) * 60 + from * 60;
    const minute = Math.round(minutes / stepMinutes) * stepMinutes;
    return day ? { day, minute: Math.max(from * 60, Math.min(minute, to * 60 - stepMinutes)) } : null;
  };

  const handlersOf = (entry: ScheduledShare) => ({
    // A key opens it; what a pointer does is told by how far it went.
    onClick: () => {
      if (!hasMoved.current) onOpen(entry.id);
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (!entry.isWaiting || event.button !== 0 || event.pointerType === "touch") return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { top } = event.currentTarget.getBoundingClientRect();
      setHeld({ entry, startX: event.clientX, startY: event.clientY, grip: event.clientY - top });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!held) return;
      const far = Math.hypot(event.clientX - held.startX, event.clientY - held.startY);
      if (!aim && far <= slackPixels) return;
      hasMoved.current = true;
      setAim(aimAt(event, held));
    },
    onPointerUp: () => {
      if (held && aim) onMove(held.entry, localTimeAt(aim.day, aim.minute));
      letGo();
      // The click that belongs to this comes at once, unless the card stands in another column by then.
      setTimeout(() => {
        hasMoved.current = false;
      });
    },
    onPointerCancel: letGo,
  });

  return { aim, dragged: held?.entry ?? null, handlersOf };
}
