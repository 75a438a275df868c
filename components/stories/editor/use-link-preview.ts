"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { fetchJson, ReadError } from "#lib/fetch-json.ts";
import { type LinkPreview, previewAddress } from "#lib/stories/preview/schemas.ts";

/** Asks what a page says about itself. A failure's message may be shown as it is. */
export function useLinkPreview(onRead: (preview: LinkPreview, earlier: LinkPreview | undefined) => void) {
  const last = useRef<LinkPreview>(undefined);
  return useMutation({
    mutationFn: (url: string) =>
      fetchJson<LinkPreview>(previewAddress(url)).catch((error: unknown) => {
        if (error instanceof ReadError) throw error;
        throw new Error("You seem to be offline. What you wrote is kept here; try again.");
      }),
    onSuccess: (read) => {
      onRead(read, last.current);
      last.current = read;
    },
  });
}
