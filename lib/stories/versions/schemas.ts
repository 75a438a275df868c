import { z } from "zod";
import { networkIds } from "#lib/networks/networks.ts";

/**
 * What is kept of a version. A field that an older Herald did not know gets what it stood for then, so that versions stay
 * readable whatever the form learns later.
 */
export const versionContent = z.object({
  kind: z.enum(["link", "image", "text"]),
  title: z.string(),
  summary: z.string().default(""),
  body: z.string().default(""),
  url: z.string().nullable().default(null),
  canonicalUrl: z.string().nullable().default(null),
  siteName: z.string().default(""),
  imageId: z.string().nullable().default(null),
  imageAlt: z.string().default(""),
  language: z.string().default("en"),
  audience: z.enum(["everyone", "teams", "rule"]).default("everyone"),
  audienceId: z.string().nullable().default(null),
  teamIds: z.array(z.string()).default([]),
  topicIds: z.array(z.string()).default([]),
  campaignId: z.string().nullable().default(null),
  publishAt: z.string().nullable().default(null),
  expiresAt: z.string().nullable().default(null),
  captions: z
    .array(
      z.object({
        network: z.enum(networkIds).nullable().default(null),
        language: z.string().default("en"),
        text: z.string(),
        weight: z.int().default(1),
        audienceId: z.string().nullable().default(null),
      }),
    )
    .default([]),
});
export type VersionContent = z.output<typeof versionContent>;

/** A version as lists name it. `number` counts what was written; `version` counts decisions, too, as the story does. */
export type StoryVersion = {
  number: number;
  version: number;
  /** Null when a source wrote it. */
  memberName: string | null;
  createdAt: Date;
};
