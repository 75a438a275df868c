"use client";

import { Copy, ExternalLink, Share } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Network, Post } from "#lib/networks/network.ts";
import { ComposerFooter, Obstacle } from "./composer-footer.tsx";
import { copyText } from "./copy-text.ts";
import type { Taken } from "./hand-over.ts";
import { ServerQuestion, useServer } from "./server-question.tsx";

type HandOverButtonsProps = {
  network: Network;
  post: Post;
  /** Why the words may not go out as they are; null when they may. */
  obstacle: string | null;
  isReady: boolean;
  onHandOver: (taken: Taken) => void;
  /** What else there is to say about this network. */
  children?: ReactNode;
};

type ActsProps = Omit<HandOverButtonsProps, "obstacle" | "children">;

export function HandOverButtons({ obstacle, children, ...props }: HandOverButtonsProps) {
  const { network, isReady } = props;
  const [server, setServer] = useServer(network.id);
  const note = (
    <>
      {obstacle ? <Obstacle>{obstacle}</Obstacle> : <p>{network.guidance.before}</p>}
      {children}
    </>
  );
  if (!network.shareAddress)
    return (
      <ComposerFooter note={note}>
        <CopyButtons {...props} />
      </ComposerFooter>
    );
  if (!network.asksServer)
    return (
      <ComposerFooter note={note}>
        <PageLink {...props} server="" />
      </ComposerFooter>
    );
  return (
    <ComposerFooter note={note}>
      <ServerQuestion asks={network.asksServer} server={server} onChange={setServer} />
      <PageLink {...props} server={server ?? ""} isReady={isReady && server !== null} />
    </ComposerFooter>
  );
}

/** A real link: the browser opens it within the click, which no pop-up blocker minds. */
function PageLink({ network, post, server, isReady, onHandOver }: ActsProps & { server: string }) {
  const address = network.shareAddress?.(post, server) ?? "";
  const label = (
    <>
      <ExternalLink aria-hidden /> {network.handOverLabel}
    </>
  );
  if (!isReady)
    return (
      <Button variant="primary" disabled className="max-sm:w-full">
        {label}
      </Button>
    );
  return (
    <Button asChild variant="primary" className="max-sm:w-full">
      <a
        href={address}
        target={address.startsWith("https:") ? "_blank" : undefined}
        rel="noopener noreferrer"
        onClick={async () =>
          onHandOver({ text: post.text, byHand: network.takesText ? null : await leftToCopy(post.text) })
        }
      >
        {label}
      </a>
    </Button>
  );
}

function CopyButtons({ network, post, isReady, onHandOver }: ActsProps) {
  const both = post.text ? `${post.text}\n\n${post.url}` : post.url;
  const offer = { title: post.title, text: post.text, url: post.url };
  const [isRefused, setRefused] = useState(false);
  const canOffer = typeof navigator.share === "function";

  // Only within the click itself is a page allowed to ask for the device's own sheet.
  const offerToDevice = () => {
    navigator.share(offer).then(
      () => onHandOver({ text: post.text, byHand: null }),
      // Closed without choosing: nothing was handed over, and nothing went wrong.
      (error: DOMException) => setRefused(error.name !== "AbortError"),
    );
  };

  return (
    <>
      {isRefused ? (
        <p role="alert" className="basis-full text-sm text-danger">
          Your device would not take it. Copy your words instead.
        </p>
      ) : null}
      <Button
        disabled={!isReady}
        onClick={async () => onHandOver({ text: "", byHand: await leftToCopy(post.url) })}
      >
        Copy the link alone
      </Button>
      {canOffer ? (
        <Button disabled={!isReady} onClick={offerToDevice}>
          <Share aria-hidden /> Other apps
        </Button>
      ) : null}
      <Button
        variant="primary"
        className="max-sm:w-full"
        disabled={!isReady}
        onClick={async () => onHandOver({ text: post.text, byHand: await leftToCopy(both) })}
      >
        <Copy aria-hidden /> {network.handOverLabel}
      </Button>
    </>
  );
}

const leftToCopy = async (text: string): Promise<string | null> => ((await copyText(text)) ? null : text);
