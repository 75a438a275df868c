import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import type { ClickFigures } from "#lib/clicks/figures/schemas.ts";
import { article, ClicksOverTime } from "./clicks-over-time.tsx";

type ClicksPartProps = {
  /** All but the number may be left out. */
  figures: Pick<ClickFigures, "counted"> & Partial<ClickFigures>;
  /** What the number counts, after it: "times somebody followed your link". */
  meaning: string;
  /** What to do while it is nought. */
  whenNone: ReactNode;
  /** What else to know before the chart. */
  children?: ReactNode;
};

const whole = new Intl.NumberFormat("en-GB");

/** The number that counts, what was not counted and why, and when it grew. */
export function ClicksPart({ figures, meaning, whenNone, children }: ClicksPartProps) {
  const { counted, notCounted, overTime } = figures;
  return (
    <section aria-labelledby="clicks" className="grid grid-cols-1 content-start gap-8">
      <div className="grid gap-3">
        <h2 id="clicks" className="flex items-center gap-3 text-2xl">
          Clicks <Badge tone="measured">measured</Badge>
        </h2>
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="tabular font-serif text-6xl leading-none">{whole.format(counted)}</span>{" "}
          <span className="text-quiet">{meaning}</span>
        </p>
        {children}
        {counted === 0 ? <p className="max-w-measure text-pretty">{whenNone}</p> : null}
        {notCounted ? <p className="max-w-measure text-sm text-pretty text-quiet">{notCounted}</p> : null}
      </div>
      {counted > 0 && overTime ? (
        <section aria-labelledby="over-time" className="grid gap-3">
          <h3 id="over-time" className="text-lg leading-6">
            Clicks {article(overTime.unit)} {overTime.unit}
          </h3>
          <ClicksOverTime
            step={overTime.unit}
            columns={overTime.steps.map(({ clicks, ...step }) => ({ ...step, value: clicks }))}
          />
        </section>
      ) : null}
    </section>
  );
}
