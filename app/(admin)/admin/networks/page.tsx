import type { Metadata } from "next";
import { AdminHeading } from "#components/layout/admin-heading.tsx";
import { NetworkPart } from "#components/networks/network-part.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { listNetworkOverviews } from "#lib/networks/overview/queries.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "Networks" };

export default async function NetworksPage() {
  const networks = await orNotFound(listNetworkOverviews(await requireActor()));

  return (
    <>
      <AdminHeading title="Networks" here="/admin/networks" />
      <div className="grid grid-cols-1 gap-12">
        {networks.map((network) => (
          <NetworkPart key={network.id} network={network} />
        ))}
      </div>
    </>
  );
}
