"use client";

import { CalendarClock, Send } from "lucide-react";
import { Simulated } from "#components/networks/simulated.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ConnectionInfo } from "#lib/connections/schemas.ts";
import type { Network } from "#lib/networks/network.ts";
import { sayDollars } from "#lib/networks/settings/dollars.ts";
import { ComposerFooter, Obstacle } from "./composer-footer.tsx";

type PublishButtonsProps = {
  network: Network;
  connection: ConnectionInfo;
  organization: string;
  /** Why the words may not go out as they are; null when they may. */
  obstacle: string | null;
  isReady: boolean;
  onPublish: () => void;
  onSchedule: () => void;
  onByHand: () => void;
};

/** For a connected account: Herald posts it now, or later; by hand it can be done all the same. */
export function PublishButtons(props: PublishButtonsProps) {
  const { network, obstacle, isReady, onPublish, onSchedule, onByHand } = props;
  return (
    <ComposerFooter note={obstacle ? <Obstacle>{obstacle}</Obstacle> : <WhoPosts {...props} />}>
      <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2 max-sm:w-full">
        <Button variant="ghost" size="sm" className="max-sm:order-3 max-sm:-mr-3" onClick={onByHand}>
          Post it by hand instead
        </Button>
        <Button
          variant="ghost"
          size="sm"
          className="max-sm:order-2 max-sm:mr-auto max-sm:-ml-3"
          disabled={!isReady}
          onClick={onSchedule}
        >
          <CalendarClock aria-hidden /> Schedule…
        </Button>
        <Button variant="primary" className="max-sm:w-full" disabled={!isReady} onClick={onPublish}>
          <Send aria-hidden /> Publish on {network.name}
        </Button>
      </div>
    </ComposerFooter>
  );
}

function WhoPosts({ network, connection, organization }: PublishButtonsProps) {
  const price = network.connecting?.prices?.post_with_link;
  return (
    <p>
      Herald posts it as <b className="font-medium text-ink wrap-anywhere">{connection.handle}</b>.{" "}
      {price ? `${network.name} bills ${organization} ${sayDollars(price)} for it. ` : null}
      {connection.isSimulated ? <Simulated /> : null}
    </p>
  );
}
