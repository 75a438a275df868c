"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { networks } from "#lib/networks/networks.ts";
import { ComposerHeader } from "./composer-header.tsx";
import { DidItGoOut } from "./did-it-go-out.tsx";
import type { HandedOver } from "./hand-over.ts";
import { PostAddress } from "./post-address.tsx";

type AftermathProps = {
  title: string;
  share: { id: string };
  handedOver: HandedOver;
  onAgain: () => void;
  onClose: () => void;
};

/** After the words were handed over: a thank-you and one question; after a yes, the post's address if they like. */
export function Aftermath({ title, share, handedOver, onAgain, onClose }: AftermathProps) {
  const network = networks[handedOver.network];
  const [isConfirmed, setConfirmed] = useState(false);

  return (
    <div data-narrow className="grid gap-5">
      <ComposerHeader
        heading={isConfirmed ? "Noted, and thank you." : "Thank you. Did it go out?"}
        title={title}
        isNew
      />
      {isConfirmed ? (
        <>
          <p className="text-quiet">
            Who follows your link shows on{" "}
            <Link
              href={`/shares/${share.id}`}
              onClick={onClose}
              className="text-accent underline underline-offset-4"
            >
              its own page
            </Link>
            .
          </p>
          {network.isPostAddress ? <PostAddress shareId={share.id} network={network} /> : null}
          <div className="flex flex-wrap justify-end gap-3">
            <Button onClick={onAgain}>Share it somewhere else too</Button>
            <Button variant="primary" onClick={onClose}>
              Done
            </Button>
          </div>
        </>
      ) : (
        <>
          {handedOver.byHand === null ? (
            <p className="text-quiet">{network.guidance.after}</p>
          ) : (
            <CopyByHand text={handedOver.byHand} />
          )}
          <DidItGoOut
            shareId={share.id}
            onConfirmed={() => setConfirmed(true)}
            onNotYet={onClose}
            onDeclined={onClose}
          />
        </>
      )}
    </div>
  );
}

function CopyByHand({ text }: { text: string }) {
  return (
    <Field
      label="Your words"
      hint="Your browser would not let us copy. Copy them from here and paste them into the post."
    >
      {(control) => (
        <Textarea {...control} readOnly value={text} onFocus={(event) => event.target.select()} />
      )}
    </Field>
  );
}
