import { Badge } from "#components/ui/badge.tsx";
import type { NetworkCosts as Costs } from "#lib/networks/overview/schemas.ts";
import { sayDollars } from "#lib/networks/settings/dollars.ts";
import type { NetworkSettings } from "#lib/networks/settings/schemas.ts";
import { Spent } from "./spent.tsx";

type NetworkCostsProps = { name: string; settings: NetworkSettings; costs: Costs };

const whole = new Intl.NumberFormat("en-GB");

/** What a network that bills would cost at the present pace, what it cost this month, and its prices. */
export function NetworkCosts({ name, settings, costs }: NetworkCostsProps) {
  const { prices, recentShares, pricePerShare, projected, usedPosting, usedReading, monthName } = costs;
  const price = sayDollars(pricePerShare);
  return (
    <div className="grid grid-cols-1 gap-x-16 gap-y-8 border-t border-line pt-6 lg:grid-cols-2">
      <div className="grid content-start gap-6">
        <div className="grid gap-3">
          <h3 className="flex flex-wrap items-center gap-x-3 text-lg leading-6">
            A month of posting through {name} <Badge tone="modelled">modelled</Badge>
          </h3>
          <p className="tabular font-serif text-4xl leading-none">{sayDollars(projected.costMicros)}</p>
          <p className="max-w-measure text-sm leading-5 text-pretty text-quiet">
            {sayPace(recentShares, projected.shares, name)} Each would cost {price}:{" "}
            <span className="tabular whitespace-nowrap">
              {whole.format(projected.shares)} × {price} = {sayDollars(projected.costMicros)}
            </span>
            . Opening {name} with the words in place costs nothing.
          </p>
        </div>
        <div className="grid gap-4">
          <h3 className="text-lg leading-6">Charged in {monthName}</h3>
          <Spent name="Posting" micros={usedPosting} capMicros={settings.postingCapMicros} />
          <Spent name="Reading figures" micros={usedReading} capMicros={settings.readingCapMicros} />
        </div>
      </div>
      <table className="tabular w-full content-start self-start text-left text-sm leading-5">
        <caption className="pb-2 text-left text-lg leading-6 font-serif">What {name} bills</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">For</th>
            <th scope="col">Price</th>
          </tr>
        </thead>
        <tbody>
          {prices.map((line) => (
            <tr key={line.name} className="border-t border-line">
              <th scope="row" className="py-2 pr-4 font-normal">
                {line.name}
              </th>
              <td className="py-2 text-right font-medium">{sayDollars(line.micros)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sayPace(recent: number, projected: number, name: string): string {
  if (recent === 0) return `Nobody has shared to ${name} in the last 30 days.`;
  const shares = `${whole.format(recent)} ${recent === 1 ? "share" : "shares"} to ${name} went out in the last 30 days, by hand or through Herald`;
  return recent === projected
    ? `${shares}.`
    : `${shares}, which is a pace of ${whole.format(projected)} in 30 days.`;
}
