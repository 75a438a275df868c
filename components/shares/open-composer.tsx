"use client";

import { useState, useTransition } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { callAction } from "#lib/call-action.ts";
import { handOverShareAction } from "#lib/shares/actions.ts";
import type { Composition } from "#lib/shares/composition/schemas.ts";
import { publishShareAction, scheduleShareAction } from "#lib/shares/schedule/actions.ts";
import type { Share } from "#lib/shares/schemas.ts";
import { Aftermath } from "./aftermath.tsx";
import { ComposeForm } from "./compose-form.tsx";
import { ComposerHeader } from "./composer-header.tsx";
import { type Draft, dropDraft, keepDraft } from "./draft.ts";
import type { HandedOver, Words } from "./hand-over.ts";
import { Leaving } from "./leaving.tsx";
import { type Time, TimeStep } from "./time-step.tsx";
import { zoneOfBrowser } from "./use-time-zone.ts";

type OpenComposerProps = {
  composition: Composition;
  draft: Draft;
  onAgain: () => void;
  onClose: () => void;
};

/** Where the sheet is: the words, the time, or what became of them. */
type Step =
  | { name: "words"; problem: string }
  | { name: "time"; words: Words }
  | { name: "leaving"; words: Words; share: Share | null }
  | { name: "handed_over"; handedOver: HandedOver };

/** First the words, then what became of them. A refusal brings the words back. */
export function OpenComposer({ composition, draft: kept, onAgain, onClose }: OpenComposerProps) {
  const { share, story, organization } = composition;
  const [draft, setDraft] = useState(kept);
  const [step, setStep] = useState<Step>({ name: "words", problem: "" });
  const [, startTransition] = useTransition();
  const scheduling = useCall(scheduleShareAction);

  const change = (changes: Partial<Draft>) => {
    const changed = { ...draft, ...changes };
    setDraft(changed);
    keepDraft(story.id, changed);
  };

  const handOver = (handedOver: HandedOver) => {
    setStep({ name: "handed_over", handedOver });
    const { byHand: _, ...words } = handedOver;
    startTransition(async () => {
      const result = await callAction(handOverShareAction, { shareId: share.id, ...words });
      if (result.ok) dropDraft(story.id);
      else setStep({ name: "words", problem: result.message });
    });
  };

  // The sheet may be closed meanwhile: it goes on, and the draft goes once the words are the server's.
  const publish = (words: Words) => {
    setStep({ name: "leaving", words, share: null });
    startTransition(async () => {
      const result = await callAction(publishShareAction, { shareId: share.id, ...words });
      if (!result.ok) return setStep({ name: "words", problem: result.message });
      dropDraft(story.id);
      setStep({ name: "leaving", words, share: result.data });
    });
  };

  const schedule = (words: Words, time: Time) =>
    scheduling.call({ shareId: share.id, ...words, ...time }, (scheduled) => {
      dropDraft(story.id);
      setStep({ name: "leaving", words, share: scheduled });
    });

  if (step.name === "handed_over")
    return (
      <Aftermath
        title={story.title}
        share={share}
        handedOver={step.handedOver}
        onAgain={onAgain}
        onClose={onClose}
      />
    );
  if (step.name === "leaving")
    return (
      <Leaving
        organizationId={organization.id}
        title={story.title}
        network={step.words.network}
        share={step.share}
        onAgain={onAgain}
        onClose={onClose}
      />
    );
  if (step.name === "time")
    return (
      <div data-narrow className="grid gap-5">
        <ComposerHeader heading="When shall it go out?" title={story.title} isNew />
        <TimeStep
          organizationId={organization.id}
          storyId={story.id}
          network={step.words.network}
          act="Schedule it"
          isPending={scheduling.isPending}
          problem={scheduling.message}
          onChoose={(time) => schedule(step.words, time)}
          onBack={() => setStep({ name: "words", problem: "" })}
        />
      </div>
    );
  return (
    <ComposeForm
      composition={composition}
      draft={draft}
      problem={step.problem || (scheduling.message ?? "")}
      onChange={change}
      onHandOver={handOver}
      onPublish={publish}
      onSchedule={(words) => setStep({ name: "time", words })}
      onScheduleBest={(words) => schedule(words, { at: null, timeZone: zoneOfBrowser() })}
    />
  );
}
