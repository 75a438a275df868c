"use client";

import { useState } from "react";
import type { OpenShare } from "#lib/shares/schemas.ts";
import { DidItGoOut } from "./did-it-go-out.tsx";

/** A thin strip that asks about the latest share nobody has answered for, one at a time. */
export function OpenShares({ shares }: { shares: OpenShare[] }) {
  const [answered, setAnswered] = useState<string[]>([]);
  const share = shares.find(({ id }) => !answered.includes(id));
  if (!share) return null;

  const next = () => setAnswered([...answered, share.id]);
  return (
    <section
      aria-label="Did it go out?"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-y border-line py-3"
    >
      <p className="min-w-0 grow basis-72">
        You shared <span className="font-serif italic">{share.storyTitle}</span> ({share.networkName}). Did it
        go out?
      </p>
      <DidItGoOut
        key={share.id}
        shareId={share.id}
        about={share.storyTitle}
        onConfirmed={next}
        onNotYet={next}
        onDeclined={next}
      />
    </section>
  );
}
