"use client";

import { type PointerEvent, useState } from "react";
import { atPlace, type Column, percent, type Unit } from "./axis.ts";

type ColumnPickerProps = { columns: Column[]; unit: Unit; step: string };

const whole = new Intl.NumberFormat("en-GB");

/** Tells one column in words: under the pointer, at a touch, and by the arrow keys, for which it is a slider. */
export function ColumnPicker({ columns, unit, step }: ColumnPickerProps) {
  const [place, setPlace] = useState<number | null>(null);
  const last = columns.length - 1;
  const picked = place === null ? null : columns[Math.min(place, last)];
  const say = ({ name, value }: Column) =>
    `${name}: ${whole.format(value)} ${value === 1 ? unit.one : unit.many}`;
  const point = (event: PointerEvent<HTMLInputElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = Math.floor(((event.clientX - left) / width) * columns.length);
    setPlace(Math.max(0, Math.min(at, last)));
  };
  const current = picked ?? columns[last];

  return (
    <div className="absolute inset-0 rounded-sm outline-offset-4 has-focus-visible:outline-2 has-focus-visible:outline-accent">
      {picked && place !== null ? (
        <Picked column={picked} place={place} count={columns.length} unit={unit} />
      ) : null}
      <input
        type="range"
        min={0}
        max={last}
        value={place ?? last}
        aria-label={`Pick a ${step}`}
        aria-valuetext={current ? say(current) : ""}
        onChange={(event) => setPlace(event.target.valueAsNumber)}
        onFocus={() => setPlace(place ?? last)}
        onBlur={() => setPlace(null)}
        onPointerDown={point}
        onPointerMove={point}
        onPointerLeave={({ pointerType }) => pointerType === "mouse" && setPlace(null)}
        className="absolute inset-0 m-0 size-full cursor-crosshair touch-pan-y appearance-none opacity-0"
      />
    </div>
  );
}

type PickedProps = { column: Column; place: number; count: number; unit: Unit };

function Picked({ column: { name, value }, place, count, unit }: PickedProps) {
  const what = `${value === 1 ? unit.one : unit.many} · ${name}`;
  const figure = whole.format(value);
  return (
    <>
      <div
        aria-hidden
        className="absolute inset-y-0 bg-wash"
        style={{ left: percent(place / count), width: percent(1 / count) }}
      />
      <p
        aria-hidden
        className="pointer-events-none absolute bottom-full z-10 mb-1 rounded-md bg-raised px-2.5 py-1.5 whitespace-nowrap text-quiet shadow-float"
        style={atPlace(place, count, figure.length + what.length + 2)}
      >
        <span className="text-sm font-medium text-ink">{figure}</span> {what}
      </p>
    </>
  );
}
