import { z } from "zod";
import { localTime } from "#lib/local-time.ts";
import { plainText } from "#lib/plain-text.ts";
import { captionInput, languageTag, mostCaptions } from "./captions/schemas.ts";
import { wantsAlt } from "./image-alt.ts";
import { imageFocus } from "./images/schemas.ts";

export const storyKinds = ["link", "image", "text"] as const;
export type StoryKind = (typeof storyKinds)[number];

export const storyStates = [
  "draft",
  "in_review",
  "changes_requested",
  "approved",
  "rejected",
  "archived",
] as const;
export type StoryState = (typeof storyStates)[number];

/** The most that a text story may hold, in characters. */
export const bodyLimit = 50_000;

export const webAddress = plainText()
  .max(2_000, "That address is too long. Up to 2,000 characters fit.")
  // A phone's keyboard begins with a capital.
  .overwrite((text) => text.replace(/^https?:/i, (scheme) => scheme.toLowerCase()))
  .refine(isWebAddress, "That is not a web address. It starts with https:// or http://.")
  // Whoever follows a short link would be signed in as somebody, or be shown a name that only looks like the site's.
  .refine(hasNoCredentials, "That address has a name or password in it. Remove the part before the @.");

export const shortText = (limit: number, what: string) =>
  plainText().max(limit, `${what} is too long. Up to ${limit.toLocaleString("en")} characters fit.`);

const content = z.strictObject({
  kind: z.enum(storyKinds),
  title: shortText(200, "The title").min(1, "Give the story a title."),
  summary: shortText(1_000, "The summary").default(""),
  body: plainText()
    .max(
      bodyLimit,
      `The text is too long: ${bodyLimit.toLocaleString("en")} characters fit in a story. Link to the rest.`,
    )
    .default(""),
  url: webAddress.nullable().default(null),
  canonicalUrl: webAddress.nullable().default(null),
  siteName: shortText(100, "The site's name").default(""),
  imageId: z.uuid().nullable().default(null),
  imageAlt: shortText(300, "The description of the image").default(""),
  /** What of the image stays in sight when it is cropped; without one it stays as it is. */
  imageFocus: imageFocus.optional(),
  language: languageTag,
  audience: z.enum(["everyone", "teams", "rule"]).default("everyone"),
  /** The saved rule, when that is whom the story is for. */
  audienceId: z.uuid().nullable().default(null),
  teamIds: z.array(z.uuid()).max(200).default([]),
  topicIds: z.array(z.uuid()).max(20, "Up to 20 topics fit.").default([]),
  campaignId: z.uuid().nullable().default(null),
  /** Wall-clock times in the organization's time zone; null means at once, and never. */
  publishAt: localTime.nullable().default(null),
  expiresAt: localTime.nullable().default(null),
  captions: z.array(captionInput).max(mostCaptions, `Up to ${mostCaptions} captions fit.`).default([]),
});

type Content = z.output<typeof content>;

const fits = (story: Content, context: z.RefinementCtx) => {
  const refuse = (field: keyof Content, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (story.kind === "link" && !story.url) refuse("url", "Paste the address that this story links to.");
  if (story.kind !== "link" && story.url) refuse("url", "Only a link story has an address.");
  if (story.kind === "text" && !story.body) refuse("body", "Write the text of the story.");
  if (story.kind !== "text" && story.body) refuse("body", "Only a text story has a text of its own.");
  if (story.kind === "image" && !story.imageId) refuse("imageId", "Choose an image.");
  if (story.kind === "image" && !story.imageAlt) refuse("imageAlt", wantsAlt);
  if (story.audience === "teams" && story.teamIds.length === 0)
    refuse("teamIds", "Choose at least one team, or make the story for everyone.");
  if ((story.audience === "rule") !== (story.audienceId !== null))
    refuse("audienceId", "Choose the audience that the story is for.");
  if (story.publishAt && story.expiresAt && story.publishAt >= story.expiresAt)
    refuse("expiresAt", "The story would expire before it is published.");
};

export const createStoryInput = content
  // Made by the form, so that sending it twice makes one story.
  .extend({ id: z.uuid().optional() })
  .superRefine(fits);
export type CreateStoryInput = z.output<typeof createStoryInput>;

export const editStoryInput = content
  .extend({ storyId: z.uuid(), version: z.int().positive() })
  .superRefine(fits);
export type EditStoryInput = z.output<typeof editStoryInput>;

export type StoryContent = Omit<CreateStoryInput, "id">;

/** What a mutation of a story answers with. */
export type StoryStanding = { id: string; state: StoryState; version: number };

/** A story as the desk sees it: everything that a form or a reviewer needs. */
export type StoryDetails = StoryContent & {
  id: string;
  state: StoryState;
  version: number;
  authorName: string;
  editedByName: string | null;
  suggestedByName: string | null;
  suggestionNote: string;
  teamNames: string[];
  audienceName: string | null;
  topicNames: string[];
  campaignName: string | null;
  /** What the captions' audiences are called, by their ids. */
  captionAudiences: Record<string, string>;
  updatedAt: Date;
};

/** What the form lets choose from. */
export type StoryChoices = {
  organizationId: string;
  topics: { id: string; name: string }[];
  teams: { id: string; name: string }[];
  /** With whom new stories of it are for; null is everyone. */
  campaigns: { id: string; name: string; audienceId: string | null }[];
  audiences: { id: string; name: string }[];
  timeZone: string;
  allowsSelfApproval: boolean;
  /** Goes with every share and takes its room from a caption; empty when none is required. */
  requiredDisclosure: string;
};

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

function hasNoCredentials(text: string): boolean {
  const url = URL.parse(text);
  return !url?.username && !url?.password;
}
