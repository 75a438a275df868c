import { type CallResult, callAction } from "#lib/call-action.ts";
import { openShareAction } from "#lib/shares/actions.ts";
import type { Composition } from "#lib/shares/composition/schemas.ts";
import { type Draft, keepDraft, newDraft, readDraft } from "./draft.ts";

export type Opened = { draft: Draft; result: CallResult<Composition> };

/** Records the intended share, or goes on with the one that was left in the composer. */
export async function openComposition(storyId: string): Promise<Opened> {
  const opened = await open(storyId, readDraft(storyId));
  const isAnswered = opened.result.ok && opened.result.data.share.state !== "intended";
  const usable = isAnswered ? await open(storyId, newDraft()) : opened;
  // Whoever leaves for a network's consent page comes back to the same share, whatever was written by then.
  if (usable.result.ok) keepDraft(storyId, usable.draft);
  return usable;
}

async function open(storyId: string, draft: Draft): Promise<Opened> {
  const { requestId, network } = draft;
  const input = { storyId, requestId, ...(network && { network }) };
  return { draft, result: await callAction(openShareAction, input) };
}
