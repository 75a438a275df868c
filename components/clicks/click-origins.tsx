import type { ReactNode } from "react";
import { BarTable } from "#components/ui/bar-table.tsx";
import type { ClickFigures, Origin } from "#lib/clicks/figures/schemas.ts";

type ClickOriginsProps = {
  /** No referrers where they would tell too much about a few people. */
  origins: Omit<ClickFigures["origins"], "referrer"> & { referrer: Origin[] | null };
  /** One more table beside them. */
  children?: ReactNode;
};

/** Where the counted clicks came from, each way to see it with its table. */
export function ClickOrigins({ origins, children }: ClickOriginsProps) {
  return (
    <section
      aria-label="Where clicks came from"
      className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-[repeat(auto-fit,minmax(13.5rem,1fr))]"
    >
      {children}
      {origins.referrer ? (
        <ClicksBy title="Where readers came from" of="Referrer" lines={origins.referrer} />
      ) : null}
      <ClicksBy title="What they read on" of="Device" lines={origins.device} />
      <ClicksBy title="In which country" of="Country" lines={origins.country} />
    </section>
  );
}

export function ClicksBy({ title, of, lines }: { title: string; of: string; lines: Origin[] }) {
  const rows = lines.map(({ name, clicks }) => ({ name, value: clicks }));
  return <BarTable title={title} of={of} unit="Clicks" rows={rows} />;
}
