"use client";

import { useState } from "react";
import type { Network } from "#lib/networks/network.ts";
import type { Composition } from "#lib/shares/composition/schemas.ts";
import { sayNotCovered } from "#lib/shares/sentences.ts";
import { ConnectLine } from "./connect-line.tsx";
import type { HandedOver, Words } from "./hand-over.ts";
import { HandOverButtons } from "./hand-over-buttons.tsx";
import { isOver } from "./is-over.ts";
import { PublishButtons } from "./publish-buttons.tsx";
import { publishingAccount } from "./publishing-account.ts";
import { ReconnectBar } from "./reconnect-bar.tsx";

type ComposeActsProps = {
  composition: Composition;
  network: Network;
  words: Words;
  /** Why the words may not go out as they are; null when they may. */
  obstacle: string | null;
  isReady: boolean;
  onHandOver: (taken: HandedOver) => void;
  onPublish: (words: Words) => void;
  onSchedule: (words: Words) => void;
};

/** The one thing to press, by what Herald can do on that network: publish, ask for consent anew, or leave it to the member's hands. */
export function ComposeActs(props: ComposeActsProps) {
  const { composition, network, words, obstacle, isReady, onHandOver, onPublish, onSchedule } = props;
  const { share, story, organization } = composition;
  const [isByHand, setByHand] = useState(false);
  const offer = composition.offers[network.id];
  const connection = publishingAccount(offer);
  const returnTo = `/stories/${story.id}?share`;

  if (connection && !isByHand)
    return isOver(connection) ? (
      <ReconnectBar
        network={network}
        server={connection.origin}
        returnTo={returnTo}
        onByHand={() => setByHand(true)}
      />
    ) : (
      <PublishButtons
        network={network}
        connection={connection}
        organization={organization.name}
        obstacle={obstacle}
        isReady={isReady}
        onPublish={() => onPublish(words)}
        onSchedule={() => onSchedule(words)}
        onByHand={() => setByHand(true)}
      />
    );
  return (
    <HandOverButtons
      network={network}
      post={{ text: words.text, url: share.url, title: story.title }}
      obstacle={obstacle}
      isReady={isReady}
      onHandOver={(taken) => onHandOver({ ...words, ...taken })}
    >
      {offer?.publishes && !offer.coversPost ? <p>{sayNotCovered(network.name)}</p> : null}
      {offer?.publishes && offer.coversPost ? (
        <ConnectLine network={network} offer={offer} returnTo={returnTo} onPublish={() => setByHand(false)} />
      ) : null}
    </HandOverButtons>
  );
}
