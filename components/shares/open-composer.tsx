"use client";

import { useState, useTransition } from "react";
import { callAction } from "#lib/call-action.ts";
import { handOverShareAction } from "#lib/shares/actions.ts";
import type { Composition } from "#lib/shares/schemas.ts";
import { Aftermath } from "./aftermath.tsx";
import { ComposeForm } from "./compose-form.tsx";
import { type Draft, dropDraft, keepDraft } from "./draft.ts";
import type { HandedOver } from "./hand-over.ts";

type OpenComposerProps = {
  composition: Composition;
  draft: Draft;
  onAgain: () => void;
  onClose: () => void;
};

/** First the words, then what became of them. A refusal brings the words back. */
export function OpenComposer({ composition, draft: kept, onAgain, onClose }: OpenComposerProps) {
  const { share, story } = composition;
  const [draft, setDraft] = useState(kept);
  const [handedOver, setHandedOver] = useState<HandedOver | null>(null);
  const [problem, setProblem] = useState("");
  const [, startTransition] = useTransition();

  const change = (changes: Partial<Draft>) => {
    const changed = { ...draft, ...changes };
    setDraft(changed);
    keepDraft(story.id, changed);
  };

  const handOver = (taken: HandedOver) => {
    setHandedOver(taken);
    setProblem("");
    const { network, text, captionId } = taken;
    startTransition(async () => {
      const result = await callAction(handOverShareAction, { shareId: share.id, network, text, captionId });
      if (result.ok) return dropDraft(story.id);
      setHandedOver(null);
      setProblem(result.message);
    });
  };

  if (handedOver)
    return (
      <Aftermath
        title={story.title}
        share={share}
        handedOver={handedOver}
        onAgain={onAgain}
        onClose={onClose}
      />
    );
  return (
    <ComposeForm
      composition={composition}
      draft={draft}
      problem={problem}
      onChange={change}
      onHandOver={handOver}
    />
  );
}
