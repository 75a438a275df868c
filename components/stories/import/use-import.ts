"use client";

import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { callAction } from "#lib/call-action.ts";
import { checkImportAction, importStoriesAction, undoImportAction } from "#lib/stories/import/actions.ts";
import { type ImportCheck, whyNotImport } from "#lib/stories/import/schemas.ts";

type Outcome = { made: number; already: number; refused: number; gone: number; total: number };
type Step =
  | { is: "choosing" }
  | { is: "checking" }
  | { is: "checked"; check: ImportCheck }
  | { is: "importing"; check: ImportCheck; outcome: Outcome | null }
  | { is: "done"; outcome: Outcome }
  | { is: "undone"; removed: number; kept: number };

const nothing: Outcome = { made: 0, already: 0, refused: 0, gone: 0, total: 0 };

/** The way of a file from being chosen to drafts, and back. A part that fails is sent again from where it stopped. */
export function useImport() {
  const [step, setStep] = useState<Step>({ is: "choosing" });
  const [failure, setFailure] = useState<string | null>(null);
  const [file, setFile] = useState<Blob | null>(null);
  const [createTopics, setCreateTopics] = useState(false);
  const [importId, setImportId] = useState("");
  const [stoppedAt, setStoppedAt] = useState<Outcome>(nothing);

  const check = async (chosen: Blob, withTopics: boolean) => {
    const refusal = whyNotImport(chosen.size);
    setFailure(refusal);
    if (refusal) return;
    setFile(chosen);
    setCreateTopics(withTopics);
    setImportId(uuidv7());
    setStoppedAt(nothing);
    setStep({ is: "checking" });
    const result = await callAction(checkImportAction, { file: chosen, createTopics: withTopics });
    if (result.ok) return setStep({ is: "checked", check: result.data });
    setFailure(result.message);
    setStep({ is: "choosing" });
  };

  const run = async () => {
    if (step.is !== "checked" || !file) return;
    setFailure(null);
    let outcome = stoppedAt;
    do {
      setStep({ ...step, is: "importing", outcome });
      const result = await callAction(importStoriesAction, {
        file,
        createTopics,
        importId,
        from: outcome.gone,
      });
      if (!result.ok) {
        setFailure(
          `${result.message} ${outcome.gone} of ${step.check.rows.length} rows are done; going on makes nothing twice.`,
        );
        setStoppedAt(outcome);
        return setStep(step);
      }
      const { made, already, refused, gone, total } = result.data;
      outcome = {
        made: outcome.made + made,
        already: outcome.already + already,
        refused: outcome.refused + refused,
        gone,
        total,
      };
    } while (outcome.gone < outcome.total);
    setStep({ is: "done", outcome });
  };

  const undo = async () => {
    setFailure(null);
    const result = await callAction(undoImportAction, { importId });
    if (result.ok) setStep({ is: "undone", ...result.data });
    else setFailure(result.message);
  };

  const startOver = () => {
    setFailure(null);
    setStep({ is: "choosing" });
  };
  return { step, failure, file, createTopics, hasStopped: stoppedAt.gone > 0, check, run, undo, startOver };
}
