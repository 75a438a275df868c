"use client";

import { Copy, ExternalLink, Share } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Network, Post } from "#lib/networks/network.ts";
import { copyText } from "./copy-text.ts";
import type { Taken } from "./hand-over.ts";

type HandOverButtonsProps = {
  network: Network;
  post: Post;
  /** How much too long the words are; 0 or less when they fit. */
  over: number;
  isReady: boolean;
  onHandOver: (taken: Taken) => void;
};

export function HandOverButtons({ over, ...props }: HandOverButtonsProps) {
  const { network } = props;
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-3 border-t border-line pt-4 sticky -bottom-6 -mx-6 -mb-6 bg-raised px-6 pb-6 max-sm:-bottom-4 max-sm:-mx-4 max-sm:-mb-4 max-sm:p-4">
      <p className="min-w-0 grow basis-60 text-sm text-quiet">
        {over > 0 ? `Too long for ${network.name} by ${over.toLocaleString("en")}.` : network.guidance.before}
      </p>
      {network.shareAddress && !network.asksServer ? <PageLink {...props} /> : <CopyButtons {...props} />}
    </div>
  );
}

/** A real link: the browser opens it within the click, which no pop-up blocker minds. */
function PageLink({ network, post, isReady, onHandOver }: Omit<HandOverButtonsProps, "over">) {
  const address = network.shareAddress?.(post, "") ?? "";
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

function CopyButtons({ network, post, isReady, onHandOver }: Omit<HandOverButtonsProps, "over">) {
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
