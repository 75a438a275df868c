import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { Day } from "#lib/day.ts";
import { localTimeAt, type Place } from "#lib/week.ts";

/** The time that the pointer is over. */
export type Aim = { day: Day; minute: number };

/** What stands in a calendar. */
export type CalendarEntry = {
  id: string;
  /** ISO. */
  at: string;
};

type Held<Entry> = {
  place: Place<Entry>;
  startX: number;
  startY: number;
  /** From the card's top edge to the pointer. */
  grip: number;
};

type DragOptions<Entry> = {
  canMove: (entry: Entry) => boolean;
  /** What a pointer is over that holds this card so far below its top. */
  aimAt: (pointer: { clientX: number; clientY: number }, place: Place<Entry>, grip: number) => Aim | null;
  onMove: (entry: Entry, local: string) => void;
  onOpen: (id: string) => void;
};

/** Less is a press whose hand was not quite still. */
const slackPixels = 5;

/** Drags cards over a calendar with a mouse or a pen; Escape lets go. A press that did not move opens the card. */
export function useDrag<Entry extends CalendarEntry>({ canMove, aimAt, onMove, onOpen }: DragOptions<Entry>) {
  const [held, setHeld] = useState<Held<Entry> | null>(null);
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

  const handlersOf = (place: Place<Entry>) => ({
    // A key opens it; what a pointer does is told by how far it went.
    onClick: () => {
      if (!hasMoved.current) onOpen(place.entry.id);
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (!canMove(place.entry) || event.button !== 0 || event.pointerType === "touch") return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { top } = event.currentTarget.getBoundingClientRect();
      setHeld({ place, startX: event.clientX, startY: event.clientY, grip: event.clientY - top });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!held) return;
      const far = Math.hypot(event.clientX - held.startX, event.clientY - held.startY);
      if (!aim && far <= slackPixels) return;
      hasMoved.current = true;
      setAim(aimAt(event, held.place, held.grip));
    },
    onPointerUp: () => {
      if (held && aim) onMove(held.place.entry, localTimeAt(aim.day, aim.minute));
      letGo();
      // The click that belongs to this comes at once, unless the card stands in another column by then.
      setTimeout(() => {
        hasMoved.current = false;
      });
    },
    onPointerCancel: letGo,
  });

  return { aim, dragged: held?.place.entry ?? null, handlersOf };
}
