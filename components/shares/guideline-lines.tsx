"use client";

import { useId } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { Verdict } from "#lib/guidelines/guideline.ts";
import type { JudgedWords } from "#lib/guidelines/judge-words.ts";
import { type Accepted, isAccepted } from "./accepted.ts";
import { CheckLine } from "./check-line.tsx";

type GuidelineLinesProps = {
  judgement: JudgedWords | null;
  accepted: Accepted;
  onAccept: (accepted: Accepted) => void;
};

/** A line for each guideline that has something to say, and for each text that Herald adds; the settings' disclosure has its own. */
export function GuidelineLines({ judgement, accepted, onAccept }: GuidelineLinesProps) {
  if (!judgement) return null;
  const accept = ({ guidelineId, sentence }: Verdict, isAnyway: boolean) => {
    const { [guidelineId]: _, ...others } = accepted;
    onAccept(isAnyway ? { ...others, [guidelineId]: sentence } : others);
  };
  return (
    <>
      {judgement.added
        .filter(({ guideline }) => !guideline.isSetting)
        .map(({ guideline, text }) => (
          <CheckLine key={guideline.id} state="good">
            <b className="font-medium wrap-anywhere">{text}</b> goes with it: {guideline.name}.
          </CheckLine>
        ))}
      {judgement.verdicts
        .filter(({ outcome }) => outcome !== "passes")
        .map((verdict) => (
          <VerdictLine
            key={`verdict-${verdict.guidelineId}`}
            verdict={verdict}
            isAccepted={isAccepted(accepted, verdict)}
            onAccept={(isAnyway) => accept(verdict, isAnyway)}
          />
        ))}
    </>
  );
}

type VerdictLineProps = {
  verdict: Verdict;
  isAccepted: boolean;
  onAccept: (isAnyway: boolean) => void;
};

function VerdictLine({ verdict, isAccepted, onAccept }: VerdictLineProps) {
  const id = useId();
  const { name, outcome, sentence, explanation } = verdict;
  return (
    <CheckLine state={outcome === "blocks" ? "wrong" : "warning"}>
      <p className="wrap-anywhere">
        <b className="font-medium">{name}.</b> {sentence}
      </p>
      {explanation ? <p className="text-quiet wrap-anywhere">{explanation}</p> : null}
      {outcome === "warns" ? (
        <label htmlFor={id} className="mt-1 flex items-center gap-2 py-1 text-ink">
          <Checkbox
            id={id}
            className="size-4"
            checked={isAccepted}
            onChange={(event) => onAccept(event.target.checked)}
          />
          I have thought about it: post it anyway
        </label>
      ) : null}
    </CheckLine>
  );
}
