import { cn } from "#lib/cn.ts";

type SparklineProps = {
  values: readonly number[];
  /** What the line shows, in words: a screen reader hears this. */
  label: string;
  className?: string;
};

const width = 96;
const height = 24;
const inset = 2.5;

/** A small line of values, oldest first, from zero to the largest. */
export function Sparkline({ values, label, className }: SparklineProps) {
  const points = toPoints(values);
  const last = points.at(-1);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className={cn("h-6 w-24 shrink-0 text-accent", className)}
      fill="none"
    >
      <polyline
        points={points.map(([x, y]) => `${x},${y}`).join(" ")}
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {last ? <circle cx={last[0]} cy={last[1]} r="2" fill="currentColor" /> : null}
    </svg>
  );
}

function toPoints(values: readonly number[]): [number, number][] {
  const top = Math.max(...values, 1);
  const step = (width - 2 * inset) / Math.max(values.length - 1, 1);
  return values.map((value, index) => [
    round(inset + index * step),
    round(height - inset - (Math.max(value, 0) / top) * (height - 2 * inset)),
  ]);
}

const round = (value: number): number => Math.round(value * 100) / 100;
