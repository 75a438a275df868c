import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import type { OwnFigures as Figures } from "#lib/shares/own/schemas.ts";

type OwnFiguresProps = { figures: Figures; points: { month: number; allTime: number } };

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat("en-GB", { style: "percent" });

/** The member's figures, each with how it is known. */
export function OwnFigures({ figures, points }: OwnFiguresProps) {
  const { shares, clicks, ownWordsRate } = figures;
  return (
    <dl className="grid grid-cols-2 border-y border-line sm:grid-cols-4 sm:divide-x sm:divide-line">
      <Figure
        name="Points"
        value={whole.format(points.month)}
        note={`in 30 days, ${whole.format(points.allTime)} in all`}
      >
        <Badge>by rule</Badge>
      </Figure>
      <Figure name="Clicks" value={whole.format(clicks)} note="times somebody followed your links">
        <Badge tone="measured">measured</Badge>
      </Figure>
      <Figure name="Shares" value={whole.format(shares)} note="that you said went out">
        <Badge tone="attested">attested</Badge>
      </Figure>
      <Figure
        name="Own words"
        value={ownWordsRate === null ? "–" : percent.format(ownWordsRate)}
        note="of your shares"
      >
        <Badge tone="attested">attested</Badge>
      </Figure>
    </dl>
  );
}

type FigureProps = { name: string; value: string; note: string; children: ReactNode };

function Figure({ name, value, note, children }: FigureProps) {
  return (
    <div className="flex flex-col gap-2 py-5 sm:px-5 sm:first:pl-0">
      <dt className="flex flex-wrap items-center gap-2 text-sm font-medium">
        {name} {children}
      </dt>
      <dd className="tabular font-serif text-4xl leading-none">{value}</dd>
      <dd className="text-sm leading-5 text-quiet">{note}</dd>
    </div>
  );
}
