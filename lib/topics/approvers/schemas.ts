import { z } from "zod";

export const setApproversInput = z.strictObject({
  topicId: z.uuid(),
  memberIds: z.array(z.uuid()).max(20, "Up to 20 approvers fit a topic."),
});
export type SetApproversInput = z.output<typeof setApproversInput>;

export type TopicWithApprovers = { id: string; name: string; approvers: Approver[] };
export type Approver = { id: string; name: string; isActive: boolean };
