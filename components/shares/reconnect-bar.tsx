"use client";

import { Button } from "#components/ui/button.tsx";
import type { Network } from "#lib/networks/network.ts";
import { ComposerFooter } from "./composer-footer.tsx";
import { ReconnectButton } from "./reconnect-button.tsx";

type ReconnectBarProps = { network: Network; server: string; returnTo: string; onByHand: () => void };

/** The consent is over. The member gives it once more, and comes back to these words. */
export function ReconnectBar({ network, server, returnTo, onByHand }: ReconnectBarProps) {
  return (
    <ComposerFooter note={sayWhy(network)}>
      <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2 max-sm:w-full">
        <Button variant="ghost" size="sm" className="max-sm:order-2" onClick={onByHand}>
          Post it by hand instead
        </Button>
        <ReconnectButton network={network.id} server={server.replace("https://", "")} returnTo={returnTo} />
      </div>
    </ComposerFooter>
  );
}

function sayWhy({ name, connecting }: Network): string {
  const days = connecting?.consentDays;
  const why = days
    ? `${name} asks for your consent again every ${days} days.`
    : `${name} wants your consent once more.`;
  return `${why} Your words stay here meanwhile.`;
}
