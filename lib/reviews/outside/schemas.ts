import { z } from "zod";
import { plainText } from "#lib/plain-text.ts";
import type { CaptionInput } from "#lib/stories/captions/schemas.ts";
import type { FieldChange } from "#lib/stories/versions/diff-story.ts";
import { commentText } from "../comments/schemas.ts";

export const inviteOutsideInput = z.strictObject({
  storyId: z.uuid(),
  name: plainText().min(1, "Say who it is.").max(100, "The name is too long. Up to 100 characters fit."),
  email: z.union([z.literal(""), z.email("That is not an e-mail address.").max(254)]).default(""),
  days: z.int().min(1).max(30, "A link holds for 30 days at most."),
});
export type InviteOutsideInput = z.output<typeof inviteOutsideInput>;

export const outsideReviewerInput = z.strictObject({ reviewerId: z.uuid() });
export type OutsideReviewerInput = z.output<typeof outsideReviewerInput>;

/** 32 random bytes as base64url. */
export const outsideToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });

/** What somebody outside does: looks at what they were shown, writes, or says what they think of a version. */
export const outsideAct = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("look"), version: z.int().positive() }),
  z.strictObject({ act: z.literal("comment"), text: commentText }),
  z
    .strictObject({
      act: z.literal("say"),
      version: z.int().positive(),
      verdict: z.enum(["fine", "wants_changes"]),
      reason: plainText().max(2_000, "That is too long. Up to 2,000 characters fit.").default(""),
    })
    .refine(({ verdict, reason }) => verdict === "fine" || reason !== "", {
      path: ["reason"],
      message: "Say what should change, so that they can do it.",
    }),
]);
export type OutsideAct = z.output<typeof outsideAct>;

export type OutsideVerdict = "fine" | "wants_changes";

/** Somebody outside who was asked, as the desk sees them. */
export type OutsideReviewer = {
  id: string;
  name: string;
  invitedByName: string;
  expiresAt: Date;
  revokedAt: Date | null;
  openedAt: Date | null;
  verdict: OutsideVerdict | null;
  reason: string;
  version: number | null;
  saidAt: Date | null;
};

/** The link is in this answer and nowhere else: only its hash is kept. */
export type OutsideInvitation = { link: string; mail: "sent" | "failed" | "off" };

/** All that somebody outside is shown: the story as it will be seen, and their own words. */
export type OutsideReview = {
  name: string;
  organizationName: string;
  accentColor: string;
  invitedByName: string;
  timeZone: string;
  expiresAt: Date;
  /** Whether the story still waits for a decision. */
  isOpen: boolean;
  story: {
    version: number;
    title: string;
    summary: string;
    body: string;
    url: string | null;
    siteName: string;
    language: string;
    hasImage: boolean;
    imageAlt: string;
    captions: Pick<CaptionInput, "network" | "language" | "text">[];
  };
  changes: FieldChange[];
  comments: { id: string; text: string; createdAt: Date; isResolved: boolean }[];
  verdict: { verdict: OutsideVerdict; reason: string; saidAt: Date; isOfThisVersion: boolean } | null;
};
