"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { networks } from "#lib/networks/networks.ts";
import { setDeadlineAction } from "#lib/reviews/deadlines/actions.ts";
import { sayDue, suggestDeadlines } from "#lib/reviews/deadlines/deadline.ts";
import { changeNetworksAction } from "#lib/reviews/networks/actions.ts";
import type { ReviewSheet } from "#lib/reviews/schemas.ts";
import type { StoryStanding } from "#lib/stories/schemas.ts";
import { NetworkDialog } from "./network-dialog.tsx";

type ReviewStandingProps = {
  story: StoryStanding;
  sheet: ReviewSheet;
  unresolved: number;
  now: Date;
  timeZone: string;
};

/** What a review still waits for, by when, and for which networks the answer holds. */
export function ReviewStanding({ story, sheet, unresolved, now, timeZone }: ReviewStandingProps) {
  const isInReview = story.state === "in_review";
  return (
    <div lang="en" className="grid justify-items-start gap-1.5 text-sm empty:hidden">
      {sheet.waits ? (
        <p className="border-l-2 border-accent pl-3 text-base">
          {sheet.hasSaidYes ? "You have said yes. " : ""}
          {sheet.waits}
        </p>
      ) : null}
      {isInReview && unresolved > 0 ? (
        <p className="text-quiet">
          {unresolved} {unresolved === 1 ? "comment is" : "comments are"} not settled. That does not keep you
          from approving.
        </p>
      ) : null}
      {isInReview && (sheet.dueAt || sheet.mayDecideAlone) ? (
        <Deadline storyId={story.id} sheet={sheet} now={now} timeZone={timeZone} />
      ) : null}
      {story.state === "approved" ? <Networks story={story} sheet={sheet} /> : null}
    </div>
  );
}

function Deadline({
  storyId,
  sheet,
  now,
  timeZone,
}: {
  storyId: string;
  sheet: ReviewSheet;
  now: Date;
  timeZone: string;
}) {
  const setting = useCall(setDeadlineAction);
  const { dueAt } = sheet;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {dueAt ? (
        <span className={dueAt <= now ? "font-medium text-danger" : ""}>{sayDue(dueAt, now, timeZone)}</span>
      ) : (
        <span className="text-quiet">No deadline</span>
      )}
      {sheet.mayDecideAlone ? (
        <Select
          aria-label="Decision wanted by"
          className="w-44"
          value=""
          disabled={setting.isPending}
          onChange={(event) =>
            void setting.call({ storyId, dueAt: event.target.value === "none" ? null : event.target.value })
          }
        >
          <option value="" disabled>
            {dueAt ? "Another deadline" : "Set a deadline"}
          </option>
          {suggestDeadlines(now, timeZone).map(({ name, local }) => (
            <option key={local} value={local}>
              {name}
            </option>
          ))}
          {dueAt ? <option value="none">no deadline</option> : null}
        </Select>
      ) : null}
      <Alert message={setting.message} />
    </div>
  );
}

function Networks({ story, sheet }: { story: StoryStanding; sheet: ReviewSheet }) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const changing = useCall(changeNetworksAction);
  const { approvedNetworks: approved } = sheet;
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-quiet">
      Approved for {approved ? approved.map((id) => networks[id].name).join(", ") : "every network"}
      {sheet.mayDecideAlone && !sheet.whyNotDecide ? (
        <Button variant="link" onClick={() => setAsking(true)}>
          Change networks
        </Button>
      ) : null}
      {isAsking ? (
        <NetworkDialog
          chosen={approved}
          confirm="Approve for these networks"
          isPending={changing.isPending}
          failure={changing.message ?? changing.errorOf("networks")}
          onConfirm={(chosen) =>
            void changing.call({ storyId: story.id, version: story.version, networks: chosen }, () => {
              setAsking(false);
              toast("Networks changed");
              router.refresh();
            })
          }
          onClose={() => setAsking(false)}
        />
      ) : null}
    </p>
  );
}
