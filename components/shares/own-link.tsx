"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { copyText } from "./copy-text.ts";

/** The short link of one's own share, to look at and to copy. It is no anchor: one's own click would only be noise. */
export function OwnLink({ url, isStopped }: { url: string; isStopped: boolean }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const shown = url.replace(/^https?:\/\//, "");
  if (isStopped)
    return (
      <p className="text-sm text-quiet">
        <s className="wrap-anywhere">{shown}</s> has stopped.
      </p>
    );
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span className="text-sm wrap-anywhere">{shown}</span>
      <Button size="sm" onClick={async () => setCopied(await copyText(url))}>
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        Copy link
      </Button>
      <span role="status" className="text-sm text-quiet">
        {copied === null ? "" : copied ? "Copied." : "Your browser would not let us copy. Select it instead."}
      </span>
    </div>
  );
}
