"use client";

import { ListChecks, Pencil } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { editorAddress } from "#components/stories/desk/addresses.ts";
import { useTurn } from "#components/stories/desk/turn.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { KeyHint } from "#components/ui/key-hint.tsx";
import { useKeys } from "#components/ui/use-keys.ts";
import type { DecisionAct } from "#lib/reviews/schemas.ts";
import { canFollow } from "#lib/reviews/transitions.ts";
import type { StoryState } from "#lib/stories/schemas.ts";
import { NetworkDialog } from "./network-dialog.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { type DecidedStory, useDecision } from "./use-decision.ts";

type DecisionBarProps = {
  story: DecidedStory & { state: StoryState; suggestedByName?: string | null };
  whyNotDecide: string | null;
  onlyReviews: boolean;
  nextHref: string;
};

type Act = {
  decision: DecisionAct;
  name: string;
  key?: string;
  variant?: "primary" | "danger";
  asksWhy?: true;
};

const acts: Act[] = [
  { decision: "approved", name: "Approve", key: "a", variant: "primary" },
  { decision: "changes_requested", name: "Ask for changes", key: "r", asksWhy: true },
  { decision: "rejected", name: "Reject", key: "x", variant: "danger", asksWhy: true },
  { decision: "submitted", name: "Submit for review", key: "s", variant: "primary" },
  { decision: "restored", name: "Restore", variant: "primary" },
  { decision: "archived", name: "Archive" },
];

/** What can be done with the story as it stands, by hand or by key. */
export function DecisionBar({ story, whyNotDecide, onlyReviews, nextHref }: DecisionBarProps) {
  const router = useRouter();
  const [thanks, setThanks] = useState("");
  const [asking, setAsking] = useState<Act | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const decision = useDecision(story, nextHref);
  const { isTurning } = useTurn();
  const isBusy = decision.isPending || decision.isSuccess || isTurning;
  const possible = acts.filter(
    (act) =>
      canFollow(story.state, act.decision) &&
      !(onlyReviews && story.state !== "in_review") &&
      !(whyNotDecide && story.state === "in_review"),
  );
  const start = (act: Act) => {
    if (isBusy) return;
    decision.reset();
    if (act.asksWhy) setAsking(act);
    else decision.mutate({ decision: act.decision, reason: act.decision === "approved" ? thanks : "" });
  };
  const canEdit = story.state !== "archived" && !onlyReviews;
  useKeys({
    ...Object.fromEntries(possible.flatMap((act) => (act.key ? [[act.key, () => start(act)]] : []))),
    ...(canEdit && { e: () => router.push(editorAddress(story.id)) }),
  });

  return (
    <div lang="en" className="grid gap-2.5">
      {whyNotDecide && story.state === "in_review" ? <p className="text-quiet">{whyNotDecide}</p> : null}
      {story.suggestedByName && possible.some((act) => act.decision === "approved") ? (
        <Field label={`Thank ${story.suggestedByName}`} hint="They read this line when you approve.">
          {(control) => (
            <Input
              {...control}
              dir="auto"
              maxLength={300}
              value={thanks}
              onChange={(event) => setThanks(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <div className="flex flex-wrap items-center gap-2.5">
        {possible.map((act) => (
          <Button
            key={act.decision}
            variant={act.variant ?? "secondary"}
            pending={isBusy && decision.variables?.decision === act.decision}
            disabled={isBusy}
            aria-keyshortcuts={act.key}
            onClick={() => start(act)}
          >
            {act.name}
            {act.key ? <KeyHint>{act.key}</KeyHint> : null}
          </Button>
        ))}
        {possible.some(({ decision }) => decision === "approved") ? (
          <Button
            variant="ghost"
            disabled={isBusy}
            onClick={() => {
              decision.reset();
              setChoosing(true);
            }}
          >
            <ListChecks aria-hidden />
            Choose networks
          </Button>
        ) : null}
        {canEdit ? (
          <Button asChild variant="ghost">
            <Link href={editorAddress(story.id)} aria-keyshortcuts="e">
              <Pencil aria-hidden />
              Edit
              <KeyHint>e</KeyHint>
            </Link>
          </Button>
        ) : null}
      </div>
      {isChoosing ? (
        <NetworkDialog
          chosen={null}
          confirm="Approve for these networks"
          isPending={isBusy}
          failure={decision.error?.message}
          onConfirm={(networks) => decision.mutate({ decision: "approved", networks })}
          onClose={() => setChoosing(false)}
        />
      ) : null}
      {asking ? (
        <ReasonDialog
          title={asking.name}
          description={`“${story.title}”`}
          confirm={asking.name}
          isPending={isBusy}
          failure={decision.error?.message}
          onConfirm={(reason) => decision.mutate({ decision: asking.decision, reason })}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  );
}
