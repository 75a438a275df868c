"use client";

import { Share2 } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { type Opened, openComposition } from "./open-composition.ts";

const loadComposer = () => import("./composer.tsx");
const Composer = lazy(async () => ({ default: (await loadComposer()).Composer }));

type ShareButtonProps = {
  story: { id: string; title: string };
  /** The address asks for it, as after a visit to a network's consent page: the composer opens by itself, once. */
  opensAtOnce?: boolean;
};

/** Opens the composer for a story. The composer's code comes when a pointer or the focus comes near. */
export function ShareButton({ story, opensAtOnce = false }: ShareButtonProps) {
  const [opening, setOpening] = useState<Promise<Opened> | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const open = () => setOpening(openComposition(story.id));

  useEffect(() => {
    if (!opensAtOnce) return;
    window.history.replaceState(null, "", window.location.pathname);
    setOpening(openComposition(story.id));
  }, [opensAtOnce, story.id]);

  return (
    <>
      <Button
        ref={button}
        aria-label={`Share “${story.title}”`}
        aria-haspopup="dialog"
        onPointerEnter={loadComposer}
        onFocus={loadComposer}
        onClick={open}
      >
        <Share2 aria-hidden /> Share
      </Button>
      {opening ? (
        <Suspense>
          <Composer
            title={story.title}
            opening={opening}
            returnTo={button}
            onAgain={open}
            onClose={() => setOpening(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
