"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { callAction } from "#lib/call-action.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import {
  approveStoryAction,
  archiveStoryAction,
  rejectStoryAction,
  requestChangesAction,
  restoreStoryAction,
  submitStoryAction,
} from "#lib/reviews/actions.ts";
import type { DecisionAct } from "#lib/reviews/schemas.ts";

const actions = {
  submitted: submitStoryAction,
  approved: approveStoryAction,
  changes_requested: requestChangesAction,
  rejected: rejectStoryAction,
  archived: archiveStoryAction,
  restored: restoreStoryAction,
} as const satisfies Record<DecisionAct, unknown>;

const said: Record<DecisionAct, string> = {
  submitted: "Submitted for review",
  approved: "Approved",
  changes_requested: "Sent back with your reason",
  rejected: "Rejected",
  archived: "Archived",
  restored: "Restored",
};

export type DecidedStory = { id: string; version: number; title: string };

type Deciding = {
  decision: DecisionAct;
  reason?: string;
  /** Of an approval: what the story may be shared to; null is every network. */
  networks?: NetworkId[] | null;
};

/** Takes decisions on a story, says what came of them, and goes on to the next story of the queue. */
export function useDecision(story: DecidedStory, nextHref: string) {
  const router = useRouter();
  return useMutation({
    mutationFn: async ({ decision, reason = "", networks }: Deciding) => {
      const decided = { storyId: story.id, version: story.version, reason };
      const result =
        networks === undefined
          ? await callAction(actions[decision], decided)
          : await callAction(approveStoryAction, { ...decided, networks });
      if (!result.ok) throw new Error(result.message);
      return result.data;
    },
    onSuccess: ({ version }, { decision }) => {
      toast(said[decision], {
        description: story.title,
        ...(decision === "archived" && {
          duration: 10_000,
          action: {
            label: "Undo",
            onClick: () => void undoArchive({ ...story, version }, () => router.refresh()),
          },
        }),
      });
      router.push(nextHref, { scroll: false });
    },
    onError: (error) => {
      toast.error(error.message);
      // Somebody may have been faster: show how the story stands now.
      router.refresh();
    },
  });
}

async function undoArchive(story: DecidedStory, onDone: () => void): Promise<void> {
  const { id: storyId, version } = story;
  const result = await callAction(restoreStoryAction, { storyId, version, reason: "" });
  if (result.ok) toast(said.restored, { description: story.title });
  else toast.error(result.message);
  onDone();
}
