"use client";

import Link from "next/link";
import { useState } from "react";
import { Button, buttonClasses } from "#components/ui/button.tsx";
import type { OpenShare } from "#lib/shares/schemas.ts";
import { DidItGoOut } from "./did-it-go-out.tsx";

/** A thin strip about the latest share that wants a word of its member, one at a time. */
export function OpenShares({ shares }: { shares: OpenShare[] }) {
  const [answered, setAnswered] = useState<string[]>([]);
  const share = shares.find(({ id }) => !answered.includes(id));
  if (!share) return null;

  const next = () => setAnswered([...answered, share.id]);
  return (
    <section
      aria-label={share.sentence ? "What became of your post" : "Did it go out?"}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-y border-line py-3"
    >
      {share.sentence ? (
        <Told share={share} sentence={share.sentence} onLater={next} />
      ) : (
        <Asked share={share} onAnswered={next} />
      )}
    </section>
  );
}

function Asked({ share, onAnswered }: { share: OpenShare; onAnswered: () => void }) {
  return (
    <>
      <p className="min-w-0 grow basis-72">
        You shared <span className="font-serif italic">{share.storyTitle}</span> ({share.networkName}). Did it
        go out?
      </p>
      <DidItGoOut
        key={share.id}
        shareId={share.id}
        about={share.storyTitle}
        onConfirmed={onAnswered}
        onNotYet={onAnswered}
        onDeclined={onAnswered}
      />
    </>
  );
}

function Told({ share, sentence, onLater }: { share: OpenShare; sentence: string; onLater: () => void }) {
  return (
    <>
      <p className="min-w-0 grow basis-72">
        <span className="font-serif italic">{share.storyTitle}</span>: {sentence}
      </p>
      <div className="flex flex-wrap gap-3">
        <Link href={`/shares/${share.id}`} className={buttonClasses("primary")}>
          See what to do
        </Link>
        <Button variant="ghost" onClick={onLater}>
          Later
        </Button>
      </div>
    </>
  );
}
