import { z } from "zod";
import { networkIds } from "#lib/networks/networks.ts";
import { type StoryState, storyStates } from "../schemas.ts";

const moment = z.iso.datetime().nullable();

/** What a change of many stories can touch, as it was before: to the moment, and not to the minute of a form. */
export const storyBefore = z.object({
  state: z.enum(storyStates satisfies readonly StoryState[]),
  campaignId: z.uuid().nullable(),
  publishAt: moment,
  expiresAt: moment,
  approvedAt: moment,
  reviewDueAt: moment,
  approvedNetworks: z.array(z.enum(networkIds)).nullable(),
  topicIds: z.array(z.uuid()),
});
export type StoryBefore = z.output<typeof storyBefore>;
