"use client";

import { useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { previewGuidelineAction } from "#lib/guidelines/actions.ts";
import type { GuidelineContent, Preview } from "#lib/guidelines/schemas.ts";

/** What the guideline would have done to what was shared lately, once somebody asks. */
export function PreviewLine({ content }: { content: GuidelineContent }) {
  const { call, isPending, message, fields } = useCall(previewGuidelineAction);
  const [seen, setSeen] = useState<{ of: string; preview: Preview } | null>(null);
  const of = JSON.stringify(content);
  return (
    <div className="grid grid-cols-1 justify-items-start gap-2">
      <Button
        size="sm"
        pending={isPending}
        onClick={() => call(content, (preview) => setSeen({ of, preview }))}
      >
        Try it on the last 90 days
      </Button>
      <p role="status" className="text-sm tabular empty:hidden">
        {seen?.of === of ? sayPreview(seen.preview) : ""}
      </p>
      <Alert message={message ?? Object.values(fields)[0] ?? null} />
    </div>
  );
}

function sayPreview({ shares, passes, added, warns, blocks, isPartial }: Preview): string {
  if (shares === 0) return "Nothing that it is for was shared.";
  const of = `${isPartial ? "The latest " : ""}${shares.toLocaleString("en")} ${shares === 1 ? "share" : "shares"}`;
  const said = [
    `${passes.toLocaleString("en")} would have passed`,
    added > 0 ? `${added.toLocaleString("en")} would have had words added` : "",
    warns > 0 ? `${warns.toLocaleString("en")} would have been warned` : "",
    blocks > 0 ? `${blocks.toLocaleString("en")} would have been blocked` : "",
  ];
  return `${of}: ${said.filter(Boolean).join(", ")}.`;
}
