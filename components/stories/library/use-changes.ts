import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { callAction } from "#lib/call-action.ts";
import { changeStoriesAction, undoChangesAction } from "#lib/stories/bulk/actions.ts";
import type { BulkAct, Outcome } from "#lib/stories/bulk/schemas.ts";
import { stepSize } from "#lib/stories/bulk/step-size.ts";
import type { ChosenStory } from "#lib/stories/library/schemas.ts";
import type { Refusal } from "./refusals.tsx";

export type Changes = ReturnType<typeof useChanges>;

/** Changes stories step by step, says how far it is and what was refused, and offers to undo the rest. */
export function useChanges(organizationId: string) {
  const client = useQueryClient();
  const isRunning = useRef(false);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const last = useRef<{ batchId: string; stories: ChosenStory[] } | null>(null);

  async function inSteps<Item extends { id: string }>(
    items: Item[],
    run: (step: Item[]) => Promise<{ ok: true; data: Outcome[] } | { ok: false; message: string }>,
  ): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    setProgress({ done: 0, of: items.length });
    for (let at = 0; at < items.length; at += stepSize) {
      const step = items.slice(at, at + stepSize);
      const result = await run(step);
      if (result.ok) outcomes.push(...result.data);
      else outcomes.push(...step.map(({ id }) => ({ id, is: "refused" as const, why: result.message })));
      setProgress({ done: Math.min(at + stepSize, items.length), of: items.length });
    }
    setProgress(null);
    await client.invalidateQueries({ queryKey: [organizationId, "stories"] });
    return outcomes;
  }

  function say(stories: ChosenStory[], outcomes: Outcome[]) {
    const titles = new Map(stories.map(({ id, title }) => [id, title]));
    setRefusals(
      outcomes.flatMap((each) =>
        each.is === "refused" ? { title: titles.get(each.id) ?? "", why: each.why } : [],
      ),
    );
  }

  async function change(act: BulkAct, stories: ChosenStory[]): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    const batchId = crypto.randomUUID();
    const outcomes = await inSteps(stories, (step) =>
      callAction(changeStoriesAction, {
        batchId,
        act,
        stories: step.map(({ id, version }) => ({ id, version })),
      }),
    );
    isRunning.current = false;
    say(stories, outcomes);
    const ids = new Set(outcomes.filter(({ is }) => is === "changed").map(({ id }) => id));
    const changed = stories.filter(({ id }) => ids.has(id));
    const words = `${changed.length} of ${stories.length} changed.`;
    if (changed.length === 0) return void toast(words);
    last.current = { batchId, stories: changed };
    toast(words, {
      id: toastId,
      duration: 20_000,
      action: { label: "Undo", onClick: () => void undoLast() },
    });
  }

  /** Once: an undo is not undone. */
  async function undoLast(): Promise<void> {
    if (!last.current || isRunning.current) return;
    const { batchId, stories } = last.current;
    last.current = null;
    isRunning.current = true;
    const outcomes = await inSteps(stories, (step) =>
      callAction(undoChangesAction, { batchId, storyIds: step.map(({ id }) => id) }),
    );
    isRunning.current = false;
    say(stories, outcomes);
    const undone = outcomes.filter(({ is }) => is !== "refused").length;
    toast(`${undone} of ${stories.length} are as they were before.`, { id: toastId });
  }

  return { change, undoLast, progress, refusals, forget: () => setRefusals([]) };
}

/** An undo is said where its change was said. */
const toastId = "changes";
