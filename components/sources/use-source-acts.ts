"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { callAction } from "#lib/call-action.ts";
import {
  pauseSourceAction,
  pollSourceAction,
  removeSourceAction,
  restoreSourceAction,
  resumeSourceAction,
} from "#lib/sources/actions.ts";
import type { PollOutcome, Source } from "#lib/sources/schemas.ts";
import { sayOutcome } from "./say-outcome.ts";

type Act = "poll" | "pause" | "remove";

/** What can be done with a source, saying what came of it. */
export function useSourceActs({ id, name, isPaused }: Pick<Source, "id" | "name" | "isPaused">) {
  const router = useRouter();
  const [busy, setBusy] = useState<Act | null>(null);
  const input = { sourceId: id };

  async function run<Output>(
    act: Act,
    call: () => ReturnType<typeof callAction<typeof input, Output>>,
    onDone: (data: Output) => void,
  ) {
    if (busy) return;
    setBusy(act);
    const result = await call();
    setBusy(null);
    if (result.ok) onDone(result.data);
    else toast.error(result.message);
    router.refresh();
  }

  const restore = async () => {
    const result = await callAction(restoreSourceAction, input);
    if (result.ok) toast(`${name} is back`);
    else toast.error(result.message);
    router.refresh();
  };

  return {
    busy,
    poll: () =>
      run(
        "poll",
        () => callAction(pollSourceAction, input),
        (outcome: PollOutcome) => void toast(sayOutcome(name, outcome)),
      ),
    togglePause: () =>
      run(
        "pause",
        () => callAction(isPaused ? resumeSourceAction : pauseSourceAction, input),
        () => void toast(isPaused ? `${name} is asked again` : `${name} is paused`),
      ),
    remove: () =>
      run(
        "remove",
        () => callAction(removeSourceAction, input),
        () =>
          void toast(`${name} is removed`, {
            description: "The stories that came from it stay.",
            duration: 10_000,
            action: { label: "Undo", onClick: () => void restore() },
          }),
      ),
  };
}
