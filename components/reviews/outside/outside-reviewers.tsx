"use client";

import { useRouter } from "next/navigation";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { sayMoment, sayUntil } from "#lib/calendar.ts";
import { revokeOutsideAction } from "#lib/reviews/outside/actions.ts";
import type { OutsideReviewer } from "#lib/reviews/outside/schemas.ts";
import { InviteOutside } from "./invite-outside.tsx";

type OutsideReviewersProps = {
  storyId: string;
  reviewers: OutsideReviewer[];
  canMail: boolean;
  now: Date;
  timeZone: string;
};

/** Who was asked from outside, and what they said. */
export function OutsideReviewers({ storyId, reviewers, canMail, now, timeZone }: OutsideReviewersProps) {
  return (
    <section lang="en" aria-label="Outside reviewers" className="grid gap-3 text-sm leading-5">
      <h3 className="font-sans text-sm font-medium tracking-normal">From outside</h3>
      <ul className="grid gap-3 empty:hidden">
        {reviewers.map((reviewer) => (
          <Reviewer key={reviewer.id} reviewer={reviewer} now={now} timeZone={timeZone} />
        ))}
      </ul>
      <InviteOutside storyId={storyId} canMail={canMail} />
    </section>
  );
}

function Reviewer({ reviewer, now, timeZone }: { reviewer: OutsideReviewer; now: Date; timeZone: string }) {
  const router = useRouter();
  const revoking = useCall(revokeOutsideAction);
  const isOpen = !reviewer.revokedAt && reviewer.expiresAt > now;
  return (
    <li className="grid justify-items-start gap-1 border-l border-line pl-4">
      <p>
        <span className="font-medium">{reviewer.name}</span>{" "}
        {reviewer.verdict
          ? verdicts[reviewer.verdict]
          : reviewer.openedAt
            ? "has looked"
            : "has not looked yet"}
      </p>
      {reviewer.reason ? (
        <p dir="auto" className="whitespace-pre-line text-quiet">
          “{reviewer.reason}”
        </p>
      ) : null}
      <p className="text-quiet">
        {reviewer.saidAt ? `${sayMoment(reviewer.saidAt, now, timeZone)} · ` : ""}
        asked by {reviewer.invitedByName} ·{" "}
        {reviewer.revokedAt
          ? "link taken back"
          : isOpen
            ? `link ${sayUntil(reviewer.expiresAt, now, timeZone)}`
            : "link over"}
      </p>
      {isOpen ? (
        <Button
          variant="link"
          pending={revoking.isPending}
          aria-label={`Take the link back from ${reviewer.name}`}
          onClick={() => void revoking.call({ reviewerId: reviewer.id }, () => router.refresh())}
        >
          Take the link back
        </Button>
      ) : null}
      <Alert message={revoking.message} />
    </li>
  );
}

const verdicts = { fine: "finds it fine", wants_changes: "wants changes" };
