import { Simulated } from "#components/networks/simulated.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { ConnectOffer } from "#lib/connections/schemas.ts";
import { AccountFacts } from "./account-facts.tsx";
import { ConnectButton } from "./connect-button.tsx";
import { DisconnectButton } from "./disconnect-button.tsx";
import { sayState } from "./say-connection.ts";

type OfferRowProps = { offer: ConnectOffer; now: Date; timeZone: string };

/** A network, the member's account there, and what can be done about it. */
export function OfferRow({ offer, now, timeZone }: OfferRowProps) {
  const { network, name, connection, isSimulated } = offer;
  const isWell = connection?.state === "ok" || connection?.state === "expiring";
  return (
    <li className="grid gap-4 py-6 sm:grid-cols-[1fr_auto] sm:gap-8">
      <div className="grid min-w-0 content-start gap-1.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-2xl leading-tight">{name}</h2>
          {connection ? (
            <Badge tone={isWell ? (connection.state === "ok" ? "plain" : "accent") : "danger"}>
              {sayState(connection, now, timeZone)}
            </Badge>
          ) : null}
          {(connection?.isSimulated ?? isSimulated) ? <Simulated /> : null}
        </div>
        {connection ? <AccountFacts connection={connection} now={now} timeZone={timeZone} /> : null}
        <OfferLine offer={offer} />
      </div>
      <div className="flex flex-wrap content-start items-start gap-3 sm:justify-end">
        {canConnect(offer) ? (
          <ConnectButton
            network={network}
            label={connection ? "Connect again" : `Connect ${name}`}
            server={connection ? connection.origin.replace("https://", "") : offer.usualServer}
            size="sm"
            variant={connection?.state === "ok" ? "ghost" : "secondary"}
          />
        ) : null}
        {connection ? <DisconnectButton connection={connection} /> : null}
      </div>
    </li>
  );
}

const canConnect = ({ isSetUp, publishes, connection }: ConnectOffer): boolean =>
  isSetUp && (publishes || connection !== null);

function OfferLine({ offer: { name, isSetUp, publishes, isPaid, connection } }: { offer: ConnectOffer }) {
  const sentence = sayOffer();
  return sentence ? <p className="max-w-prose text-pretty text-quiet">{sentence}</p> : null;

  function sayOffer(): string | null {
    if (!publishes && isPaid)
      return `Posting through ${name} costs your organization money each time, so it is off unless an admin turns it on. You share there by hand, which costs nothing.`;
    if (!publishes)
      return `Your admins have turned publishing to ${name} through Herald off. You share there by hand.`;
    if (!isSetUp)
      return `${name} cannot be connected yet: an admin has to set it up. You share there by hand.`;
    if (isPaid)
      return `Each post through ${name} costs your organization money. Opening ${name} with your words is free.`;
    return connection ? null : `Not connected. You share there by hand.`;
  }
}
