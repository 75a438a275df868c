"use client";

import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#lib/call-action.ts";
import { confirmShareAction, declineShareAction } from "#lib/shares/actions.ts";

type DidItGoOutProps = {
  shareId: string;
  /** What the answers are about, where several questions stand on one page. */
  about?: string;
  onConfirmed: () => void;
  onNotYet: () => void;
  onDeclined: () => void;
};

/** The answers to "Did it go out?". Not yet asks again at the next visit; the last one stops the link. */
export function DidItGoOut({ shareId, about, onConfirmed, onNotYet, onDeclined }: DidItGoOutProps) {
  const [isPending, startTransition] = useTransition();
  const [problem, setProblem] = useState("");
  const [isStopping, setStopping] = useState(false);
  const label = (answer: string) => (about ? `${answer}: ${about}` : undefined);

  const answer = (action: typeof confirmShareAction | typeof declineShareAction, onDone: () => void) =>
    startTransition(async () => {
      const result = await callAction(action, { shareId });
      if (result.ok) onDone();
      else setProblem(result.message);
    });

  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-3">
        {isStopping ? (
          <>
            <p className="basis-full" role="status">
              Then its link stops for good.
            </p>
            <Button
              variant="danger"
              pending={isPending}
              aria-label={label("Stop the link")}
              onClick={() => answer(declineShareAction, onDeclined)}
            >
              Stop the link
            </Button>
            <Button pending={isPending} onClick={() => setStopping(false)}>
              Keep it
            </Button>
          </>
        ) : (
          <>
            <Button
              variant="primary"
              pending={isPending}
              aria-label={label("Yes, it went out")}
              onClick={() => answer(confirmShareAction, onConfirmed)}
            >
              Yes
            </Button>
            <Button pending={isPending} aria-label={label("Not yet")} onClick={onNotYet}>
              Not yet
            </Button>
            <Button variant="ghost" aria-label={label("I did not post it")} onClick={() => setStopping(true)}>
              I did not post it
            </Button>
          </>
        )}
      </div>
      {problem ? (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
