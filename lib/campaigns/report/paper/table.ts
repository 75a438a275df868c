import type { FigureLine } from "../../progress/schemas.ts";
import { inks, type Sheet } from "./sheet.ts";

const whole = new Intl.NumberFormat("en-GB");
const number = 90;

/** Shares and clicks side by side, each under how it is known. */
export function drawTable(sheet: Sheet, title: string, of: string, rows: FigureLine[]): void {
  const { doc, left, width, write, keep, skip } = sheet;
  const places = [left + width - 2 * number, left + width - number] as const;
  const line = (cells: [string, string, string], isHead: boolean) => {
    keep(34);
    const top = doc.y;
    const style = { size: isHead ? 9 : 10, face: isHead ? ("bold" as const) : ("sans" as const) };
    write(cells[0], { ...style, width: width - 2 * number - 12 });
    const bottom = doc.y;
    places.forEach((x, index) => {
      doc.y = top;
      write(cells[index + 1] ?? "", {
        ...style,
        x,
        width: number,
        align: "right",
        ink: isHead ? (grades[index] ?? "ink") : "ink",
      });
    });
    doc.y = Math.max(bottom, doc.y) + 3;
    doc
      .moveTo(left, doc.y)
      .lineTo(left + width, doc.y)
      .lineWidth(0.4)
      .stroke(inks.line);
    skip(5);
  };
  keep(90);
  write(title, { face: "serif", size: 16 });
  skip(6);
  line([of, "Shares · attested", "Clicks · measured"], true);
  for (const { name, shares, clicks } of rows)
    line([name, whole.format(shares), whole.format(clicks)], false);
  skip(16);
}

const grades = ["attested", "measured"] as const;
