import type { Day } from "#lib/day.ts";
import { clickSteps } from "../../steps.ts";
import { inks, type Sheet } from "./sheet.ts";

const whole = new Intl.NumberFormat("en-GB");
const high = 110;

/** Counted clicks as columns from zero; nothing when there are none. */
export function drawChart(
  { doc, left, width, write, keep, skip }: Sheet,
  days: { day: Day; clicks: number }[],
): void {
  const { step, columns } = clickSteps(days);
  const most = Math.max(...columns.map(({ value }) => value), 0);
  if (most === 0) return;
  keep(high + 70);
  write(`Clicks a ${step}`, { face: "serif", size: 16 });
  write("measured", { face: "bold", size: 9, ink: "measured" });
  skip(4);
  write(`${whole.format(most)} at most`, { size: 8, ink: "quiet" });
  const top = doc.y;
  const bottom = top + high;
  const wide = width / columns.length;
  doc
    .moveTo(left, top)
    .lineTo(left + width, top)
    .lineWidth(0.4)
    .stroke(inks.line);
  columns.forEach(({ value }, index) => {
    const tall = (value / most) * high;
    if (value > 0)
      doc
        .rect(
          left + index * wide + wide * 0.12,
          bottom - Math.max(tall, 0.8),
          wide * 0.76,
          Math.max(tall, 0.8),
        )
        .fill(inks.measured);
  });
  doc
    .moveTo(left, bottom)
    .lineTo(left + width, bottom)
    .lineWidth(0.8)
    .stroke(inks.quiet);
  doc.y = bottom + 5;
  const marks = doc.y;
  write(columns[0]?.mark ?? "", { size: 8, ink: "quiet", width: 80 });
  doc.y = marks;
  write(columns.at(-1)?.mark ?? "", {
    x: left + width - 80,
    width: 80,
    align: "right",
    size: 8,
    ink: "quiet",
  });
  skip(16);
}
