"use client";

import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { retryBlockAction } from "#lib/networks/blocks/actions.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import type { NetworkOverview } from "#lib/networks/overview/schemas.ts";
import { useLooking } from "./use-looking.ts";

type BlockNoteProps = { id: NetworkId; name: string; block: NonNullable<NetworkOverview["block"]> };

/** Why nothing goes to a network just now, and the way to try again. */
export function BlockNote({ id, name, block }: BlockNoteProps) {
  const retry = useCall(retryBlockAction);
  const { isLooking, look } = useLooking(!block.isDue);
  const tryAgain = () => void retry.call({ network: id }, look);
  return (
    <div className="grid gap-3 rounded-md border border-danger/35 bg-raised p-4">
      <p className="max-w-measure text-pretty">
        {block.sentence} Since {block.since} posts to {name} wait; nobody was disconnected and nothing is
        lost.
      </p>
      {block.detail ? (
        <p className="max-w-measure text-sm wrap-anywhere text-quiet">
          {name} said: {block.detail}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button onClick={tryAgain} pending={retry.isPending || isLooking} disabled={block.isDue}>
          {isLooking ? "Trying…" : "Try again now"}
        </Button>
        <p role="status" className="text-sm text-quiet">
          {block.isDue ? "The next post tries whether it goes again." : `Otherwise ${block.retryWhen}.`}
        </p>
      </div>
      <Alert message={retry.message} />
    </div>
  );
}
