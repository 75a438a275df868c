import { z } from "zod";
import type { NetworkId } from "#lib/networks/network.ts";
import { networkIds } from "#lib/networks/networks.ts";

/** A text as networks take it: one kind of line break, composed letters, without the marks that X, or the database, refuses. */
export const shareText = z
  .string()
  .max(10_000, "That is more than any network takes.")
  .transform((text) =>
    text
      .toWellFormed()
      .replace(/\r\n?/g, "\n")
      .replace(/[\0\uFFFE\uFEFF\uFFFF]/g, "")
      .normalize("NFC")
      .trim(),
  );

/** The guidelines that warned, and that the member goes on past. */
export const acceptedIds = z.array(z.uuid()).max(200).optional();

export const openShareInput = z.strictObject({
  storyId: z.uuid(),
  requestId: z.uuid(),
  /** What was chosen in the draft that is gone on with; else the member's usual one is meant. */
  network: z.enum(networkIds).optional(),
});
export const handOverShareInput = z.strictObject({
  shareId: z.uuid(),
  network: z.enum(networkIds),
  text: shareText,
  captionId: z.uuid().nullable(),
  acceptedIds,
});
export const confirmShareInput = z.strictObject({
  shareId: z.uuid(),
  postUrl: z.string().trim().max(2000, "That address is too long.").default(""),
});
export const declineShareInput = z.strictObject({ shareId: z.uuid() });
export const attestPostInput = z.strictObject({
  storyId: z.uuid(),
  postUrl: z.string().trim().min(1, "Paste the address of your post.").max(2000, "That address is too long."),
});

export type OpenShareInput = z.output<typeof openShareInput>;
export type HandOverShareInput = z.output<typeof handOverShareInput>;
export type ConfirmShareInput = z.output<typeof confirmShareInput>;
export type DeclineShareInput = z.output<typeof declineShareInput>;
export type AttestPostInput = z.output<typeof attestPostInput>;

export type Share = {
  id: string;
  storyId: string;
  network: NetworkId;
  state:
    | "intended"
    | "confirmed"
    | "scheduled"
    | "publishing"
    | "published"
    | "failed"
    | "unknown"
    | "withdrawn";
  text: string;
  similarity: number;
  postUrl: string | null;
  /** When Herald is to publish it (ISO), and the zone that was chosen in; null for what is posted by hand. */
  scheduledFor: string | null;
  scheduledZone: string | null;
  /** Why it waits, failed, or may have been published; null when there is nothing to say. */
  sentence: string | null;
};

/** A share that wants its member's word. */
export type OpenShare = {
  id: string;
  storyId: string;
  storyTitle: string;
  networkName: string;
  /** Why it did not leave, or may have been published; null when all that is asked is whether it went out. */
  sentence: string | null;
};
