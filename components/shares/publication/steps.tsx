"use client";

import { useState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Button, buttonClasses } from "#components/ui/button.tsx";
import { toLocalTime } from "#lib/local-time.ts";
import { publishAgainAction } from "#lib/shares/attempts/actions.ts";
import { cancelShareAction, moveShareAction } from "#lib/shares/schedule/actions.ts";
import { keepDraft, newDraft } from "../draft.ts";
import { ReconnectButton } from "../reconnect-button.tsx";
import { TimeStep } from "../time-step.tsx";
import { useShareCall } from "../use-share-call.ts";
import { zoneOfBrowser } from "../use-time-zone.ts";
import { EditWords } from "./edit-words.tsx";
import type { PublicationProps } from "./publication.tsx";

type Open = "move" | "edit" | "cancel" | null;

/** What can be done with a share that has not left: another time, other words, once more, or not at all. */
export function Steps(props: PublicationProps) {
  const { organizationId, share, publication } = props;
  const { can, state, at } = publication;
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const move = useShareCall(organizationId, moveShareAction);
  const cancel = useShareCall(organizationId, cancelShareAction);
  const again = useShareCall(organizationId, publishAgainAction);
  const hasFailed = state === "failed";
  // What failed has one thing to press; beside it the others are quiet.
  const quiet = hasFailed ? "ghost" : "secondary";

  if (open === "move" && can.move)
    return (
      <TimeStep
        organizationId={organizationId}
        storyId={share.storyId}
        network={share.network}
        local={at && !hasFailed ? toLocalTime(new Date(at), zoneOfBrowser()) : ""}
        act={hasFailed ? "Schedule it" : "Move it"}
        isPending={move.isPending}
        problem={move.message}
        onChoose={(time) => move.call({ shareId: share.id, ...time }, close)}
        onBack={close}
      />
    );
  if (open === "edit" && can.edit)
    return <EditWords organizationId={organizationId} share={share} onDone={close} />;
  if (open === "cancel" && can.cancel)
    return (
      <div className="grid gap-3">
        <p role="status">Then it does not go out, and its link stops for good.</p>
        <div className="flex flex-wrap gap-3">
          <Button
            variant="danger"
            pending={cancel.isPending}
            onClick={() => cancel.call({ shareId: share.id }, close)}
          >
            {hasFailed ? "Give it up" : "Do not publish it"}
          </Button>
          <Button onClick={close}>Keep it</Button>
        </div>
        <Alert message={cancel.message} />
      </div>
    );
  if (!can.move && !can.edit && !can.cancel && !can.publishAgain && !can.byHand && !can.reconnect)
    return null;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        {can.reconnect ? <ReconnectButton network={share.network} returnTo={`/shares/${share.id}`} /> : null}
        {can.publishAgain ? (
          <Button
            variant="primary"
            pending={again.isPending}
            onClick={() => again.call({ shareId: share.id })}
          >
            Publish again
          </Button>
        ) : null}
        {can.byHand ? (
          // Loaded anew: the composer may be open on this very page.
          <a
            href={`/stories/${share.storyId}?share`}
            className={buttonClasses("primary")}
            onClick={() =>
              keepDraft(share.storyId, { ...newDraft(), network: share.network, words: share.text })
            }
          >
            Post it by hand
          </a>
        ) : null}
        {can.move ? (
          <Button variant={quiet} onClick={() => setOpen("move")}>
            {hasFailed ? "Schedule…" : "Change the time"}
          </Button>
        ) : null}
        {can.edit ? (
          <Button variant={quiet} onClick={() => setOpen("edit")}>
            Edit the words
          </Button>
        ) : null}
        {can.cancel ? (
          <Button variant="ghost" onClick={() => setOpen("cancel")}>
            {hasFailed ? "Give it up" : "Cancel it"}
          </Button>
        ) : null}
      </div>
      <Alert message={again.message} />
    </div>
  );
}
