import type { Column } from "#components/ui/axis.ts";
import { ColumnChart } from "#components/ui/column-chart.tsx";

type ClicksOverTimeProps = {
  /** One column, as in "Clicks a day". */
  step: string;
  columns: Column[];
};

const unit = { one: "click", many: "clicks" };
const whole = new Intl.NumberFormat("en-GB");

/** Counted clicks as columns, oldest first, and the same as a table. */
export function ClicksOverTime({ step, columns }: ClicksOverTimeProps) {
  return (
    <div className="grid gap-3">
      <ColumnChart columns={columns} unit={unit} step={step} label={sayChart(step, columns)} />
      <details className="text-sm print:hidden">
        <summary className="w-fit cursor-pointer text-quiet hover:text-ink">As a table</summary>
        <table className="tabular mt-3 w-full max-w-xs text-left">
          <caption className="sr-only">
            Clicks {article(step)} {step}
          </caption>
          <thead>
            <tr className="border-b border-line text-quiet">
              <th scope="col" className="py-1.5 font-medium">
                {capital(step)}
              </th>
              <th scope="col" className="py-1.5 text-right font-medium">
                Clicks
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ key, name, value }) => (
              <tr key={key} className="border-b border-line">
                <th scope="row" className="py-1.5 font-normal">
                  {name}
                </th>
                <td className="py-1.5 text-right">{whole.format(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

/** "Clicks a day from 3 Nov to 23 Nov: 240 together, most on Thu 5 Nov, 31." */
function sayChart(step: string, columns: Column[]): string {
  const total = columns.reduce((sum, { value }) => sum + value, 0);
  const most = columns.reduce<Column | undefined>(
    (best, each) => (best && best.value >= each.value ? best : each),
    undefined,
  );
  const span = `Clicks ${article(step)} ${step} from ${columns[0]?.mark} to ${columns.at(-1)?.mark}`;
  if (!most || total === 0) return `${span}: none.`;
  return `${span}: ${whole.format(total)} together. The most, ${whole.format(most.value)}: ${most.name}.`;
}

export const article = (step: string): string => (step === "hour" ? "an" : "a");

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
