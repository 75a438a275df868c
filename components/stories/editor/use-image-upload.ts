"use client";

import { useEffect, useRef, useState } from "react";
import { type StoredImage, whyNotUpload } from "#lib/stories/images/schemas.ts";

export type UploadState = { progress: number | null; failure: string | undefined };

const offline = "You seem to be offline. What you wrote is kept here; try again.";

/** Sends a file and tells how far it is: from 0 to 1, and 1 while the server works on it. The last file wins. */
export function useImageUpload(onStored: (image: StoredImage) => void) {
  const [state, setState] = useState<UploadState>({ progress: null, failure: undefined });
  const running = useRef<XMLHttpRequest>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const fail = (failure: string) => setState({ progress: null, failure });
  const upload = (file: File | undefined) => {
    if (!file) return;
    const refusal = whyNotUpload(file.size);
    if (refusal) return fail(refusal);
    running.current?.abort();
    const request = new XMLHttpRequest();
    running.current = request;
    request.upload.onprogress = ({ loaded, total }) =>
      setState({ progress: total ? loaded / total : 0, failure: undefined });
    request.onerror = () => fail(offline);
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status !== 201) return fail(sentenceOf(answer));
      setState({ progress: null, failure: undefined });
      onStored(answer as StoredImage);
    };
    request.responseType = "json";
    request.open("POST", "/api/images");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    setState({ progress: 0, failure: undefined });
    request.send(file);
  };
  return { ...state, upload };
}

function sentenceOf(answer: unknown): string {
  const message = answer && typeof answer === "object" && "message" in answer ? answer.message : null;
  return typeof message === "string" ? message : "The server did not answer. Try again in a moment.";
}
