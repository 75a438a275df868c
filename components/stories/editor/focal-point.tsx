"use client";

import { type KeyboardEvent, type PointerEvent, useId } from "react";
import { crops, type Focus, imageAddress, objectPosition } from "#lib/stories/image-sizes.ts";

type FocalPointProps = { imageId: string; alt: string; focus: Focus; onChange: (focus: Focus) => void };

const step = 0.05;
const moves: Record<string, Focus> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

/** The picture with a point on it that stays in sight wherever the picture is cropped: press or drag, or move it with arrow keys. */
export function FocalPoint({ imageId, alt, focus, onChange }: FocalPointProps) {
  const hint = useId();
  const follow = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    onChange({
      x: share((event.clientX - box.left) / box.width),
      y: share((event.clientY - box.top) / box.height),
    });
  };
  const move = (event: KeyboardEvent) => {
    const by = moves[event.key];
    if (!by) return;
    event.preventDefault();
    onChange({ x: share(focus.x + by.x), y: share(focus.y + by.y) });
  };
  return (
    <div className="grid gap-3">
      <button
        type="button"
        aria-label={`What must stay in sight: ${sayFocus(focus)}`}
        aria-describedby={hint}
        className="relative mx-auto block max-w-full cursor-crosshair touch-none overflow-hidden rounded-md bg-wash"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event);
        }}
        onPointerMove={follow}
        onKeyDown={move}
      >
        <img
          src={imageAddress(imageId)}
          alt={alt || "The story's image"}
          draggable={false}
          className="max-h-96 w-auto max-w-full select-none"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute size-7 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-white bg-black/25 shadow-[0_0_0_1.5px_rgb(0_0_0/0.55)]"
          style={{ left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }}
        />
      </button>
      <p id={hint} className="text-sm leading-5 text-quiet">
        Press on what must stay in sight, or move the point with the arrow keys. This is how it is cropped:
      </p>
      <ul className="flex flex-wrap items-end gap-4" aria-label="Crops">
        {Object.entries(crops).map(([crop, { name, width, height }]) => (
          <li key={crop} className="grid gap-1.5 text-sm text-quiet">
            <img
              src={imageAddress(imageId, "w640")}
              alt=""
              className="h-28 rounded-md bg-wash object-cover"
              style={{ aspectRatio: `${width} / ${height}`, objectPosition: objectPosition(focus) }}
            />
            <span>
              {name} <span className="tabular">{`${width} × ${height}`}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

const sayFocus = ({ x, y }: Focus): string =>
  `${Math.round(x * 100)} % from the left, ${Math.round(y * 100)} % from the top`;
