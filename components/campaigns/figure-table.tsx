import { useId } from "react";
import { Badge } from "#components/ui/badge.tsx";

type FigureTableProps = {
  title: string;
  /** What a row is. */
  of: string;
  rows: { key: string; name: string; figures: { shares: number; clicks: number } }[];
};

const whole = new Intl.NumberFormat("en-GB");

/** Shares and clicks side by side, each under how it is known; they are never added. */
export function FigureTable({ title, of, rows }: FigureTableProps) {
  const id = useId();
  return (
    <section className="grid content-start gap-2">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      <table aria-labelledby={id} className="tabular w-full max-w-3xl text-left">
        <thead className="text-sm">
          <tr className="border-b border-line align-bottom">
            <th scope="col" className="py-2 font-medium">
              {of}
            </th>
            <th scope="col" className="py-2 pl-4 text-right font-medium">
              Shares
              <Badge tone="attested" className="ml-2 max-sm:ml-0">
                attested
              </Badge>
            </th>
            <th scope="col" className="py-2 pl-4 text-right font-medium">
              Clicks
              <Badge tone="measured" className="ml-2 max-sm:ml-0">
                measured
              </Badge>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures }) => (
            <tr key={key} className="break-inside-avoid border-b border-line align-top">
              <th scope="row" dir="auto" className="py-2.5 font-normal wrap-anywhere">
                {name}
              </th>
              <td className="py-2.5 pl-4 text-right">{whole.format(figures.shares)}</td>
              <td className="py-2.5 pl-4 text-right">{whole.format(figures.clicks)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
