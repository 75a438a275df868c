import { useId } from "react";

type BarTableProps = {
  title: string;
  /** What a row is: "Country". */
  of: string;
  /** What is counted: "Clicks". */
  unit: string;
  rows: { name: string; value: number }[];
};

const whole = new Intl.NumberFormat("en-GB");
const percent = new Intl.NumberFormat("en-GB", { style: "percent" });

/** Parts of a whole, the largest first: a table, each row with a bar as long as its part of the largest. */
export function BarTable({ title, of, unit, rows }: BarTableProps) {
  const id = useId();
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  const largest = Math.max(...rows.map(({ value }) => value), 1);
  return (
    <section className="grid content-start gap-2">
      <h3 id={id} className="text-lg leading-6">
        {title}
      </h3>
      <table aria-labelledby={id} className="tabular w-full text-sm leading-5">
        <thead className="sr-only">
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">{unit}</th>
            <th scope="col">Of all</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value }) => (
            <tr key={name} className="border-t border-line align-top">
              <th scope="row" className="w-full py-2 pr-4 text-left font-normal wrap-anywhere">
                {name}
                <div
                  aria-hidden
                  className="mt-1.5 h-1 min-w-0.5 rounded-[2px] bg-measured forced-color-adjust-none"
                  style={{ width: `${(value / largest) * 100}%` }}
                />
              </th>
              <td className="py-2 text-right font-medium">{whole.format(value)}</td>
              <td className="py-2 pl-3 text-right text-quiet">{sayPart(value, total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Something is never shown as nothing, nor less than all as all. */
function sayPart(value: number, total: number): string {
  const part = value / total;
  if (part > 0 && part < 0.01) return "< 1%";
  return percent.format(part < 1 ? Math.min(part, 0.99) : part);
}
