import { cn } from "#lib/cn.ts";
import { type Result, sayResult } from "#lib/connections/results.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import { WayBack } from "./way-back.tsx";

type ConnectionResultProps = {
  result: Result;
  network: NetworkId;
  /** The question which account it shall be stands above. */
  isAsked: boolean;
  returnTo: string | null;
};

/** How the way to a network and back ended, and the way back to what it was for. */
export function ConnectionResult({ result, network, isAsked, returnTo }: ConnectionResultProps) {
  if (isAsked) return null;
  const { tone, sentence } = sayResult(result === "other" ? "late" : result, networks[network].name);
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={cn(
        "flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-md border px-4 py-3",
        tone === "bad" ? "border-danger/35" : "border-line",
      )}
    >
      <p className="min-w-0 grow basis-72 text-pretty">{sentence}</p>
      <WayBack returnTo={returnTo} />
    </div>
  );
}
