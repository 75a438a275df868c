"use client";

import { Share2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";

/** Opens the composer for a story. */
export function ShareButton({ story }: { story: { id: string; title: string } }) {
  return (
    <Button aria-label={`Share “${story.title}”`}>
      <Share2 aria-hidden /> Share
    </Button>
  );
}
