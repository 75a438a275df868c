"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { answerHandoverAction, takeBackHandoverAction } from "#lib/pledges/actions.ts";
import type { PledgeDto } from "#lib/pledges/schemas.ts";

/** An offer that waits: the colleague accepts or declines it, and whoever made it may take it back. */
export function HandoverOffer({ offer }: { offer: NonNullable<PledgeDto["offer"]> }) {
  const { id: handoverId, toName, fromName, note, isToViewer } = offer;
  const router = useRouter();
  const answering = useCall(answerHandoverAction);
  const takingBack = useCall(takeBackHandoverAction);
  const answer = (accepts: boolean) =>
    void answering.call({ handoverId, accepts }, () => {
      toast(accepts ? "It is yours now." : `${fromName} has been told.`);
      if (accepts) router.refresh();
      else router.push("/pledges");
    });
  return (
    <section aria-label="An offer" className="grid gap-4 rounded-md border border-line bg-raised p-5">
      <p className="wrap-anywhere">
        {isToViewer
          ? `${fromName} asks you to take this promise over.`
          : `You asked ${toName} to take it over.`}
        {note ? ` “${note}”` : ""}
      </p>
      <div className="flex flex-wrap gap-3">
        {isToViewer ? (
          <>
            <Button variant="primary" pending={answering.isPending} onClick={() => answer(true)}>
              Take it over
            </Button>
            <Button pending={answering.isPending} onClick={() => answer(false)}>
              I cannot
            </Button>
          </>
        ) : (
          <Button
            pending={takingBack.isPending}
            onClick={() => void takingBack.call({ handoverId }, () => router.refresh())}
          >
            Take the offer back
          </Button>
        )}
      </div>
      <Alert message={answering.message ?? takingBack.message} />
    </section>
  );
}
