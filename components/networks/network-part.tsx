import { Badge } from "#components/ui/badge.tsx";
import type { NetworkOverview } from "#lib/networks/overview/schemas.ts";
import { BlockNote } from "./block-note.tsx";
import { NetworkCosts } from "./network-costs.tsx";
import { NetworkFacts } from "./network-facts.tsx";
import { NetworkForm } from "./network-form.tsx";
import { Simulated } from "./simulated.tsx";

/** One network on the admin's page: how it stands, what is allowed, and what it costs. */
export function NetworkPart({ network }: { network: NetworkOverview }) {
  const { id, name, isSimulated, block, costs } = network;
  return (
    <section aria-labelledby={`network-${id}`} className="grid grid-cols-1 gap-6">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line pb-3">
        <h2 id={`network-${id}`} className="text-2xl leading-tight">
          {name}
        </h2>
        {isSimulated ? <Simulated /> : null}
        {block ? <Badge tone="danger">held back</Badge> : null}
      </header>
      {block ? <BlockNote id={id} name={name} block={block} /> : null}
      <div className="grid grid-cols-1 gap-x-16 gap-y-8 lg:grid-cols-2">
        <NetworkFacts network={network} />
        <NetworkForm settings={network.settings} name={name} bills={costs !== null} />
      </div>
      {costs ? <NetworkCosts name={name} settings={network.settings} costs={costs} /> : null}
    </section>
  );
}
