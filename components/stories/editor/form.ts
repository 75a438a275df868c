import type { CaptionInput } from "#lib/stories/captions/schemas.ts";
import { centre } from "#lib/stories/image-sizes.ts";
import type { LinkPreview } from "#lib/stories/preview/schemas.ts";
import type { StoryContent, StoryDetails, StoryKind } from "#lib/stories/schemas.ts";

/** A caption in the form; `key` tells rows apart while they are edited. */
export type CaptionDraft = CaptionInput & { key: string };

/** What the form holds while somebody writes: text where the story may have nothing. */
export type StoryForm = Omit<StoryContent, "url" | "publishAt" | "expiresAt" | "captions"> & {
  url: string;
  publishAt: string;
  expiresAt: string;
  captions: CaptionDraft[];
};

export type SetForm = (change: Partial<StoryForm>) => void;

export const newCaption: CaptionInput = {
  network: null,
  language: "en",
  text: "",
  audienceId: null,
  weight: 1,
};

export const emptyForm: StoryForm = {
  kind: "link",
  title: "",
  summary: "",
  body: "",
  url: "",
  canonicalUrl: null,
  siteName: "",
  imageId: null,
  imageAlt: "",
  imageFocus: centre,
  language: "en",
  audience: "everyone",
  audienceId: null,
  teamIds: [],
  topicIds: [],
  campaignId: null,
  publishAt: "",
  expiresAt: "",
  captions: [],
};

export function toForm(story: StoryDetails): StoryForm {
  const form: StoryForm = { ...emptyForm };
  for (const field of Object.keys(emptyForm) as (keyof StoryForm)[])
    Object.assign(form, { [field]: story[field] ?? emptyForm[field] });
  return {
    ...form,
    captions: story.captions.map((caption, index) => ({
      ...caption,
      key: `saved-${index}`,
    })),
  };
}

/** What is sent: only what the kind of story has, and nothing where nothing was entered. */
export function toContent(form: StoryForm): StoryContent {
  const isLink = form.kind === "link";
  return {
    ...form,
    url: isLink ? form.url.trim() : null,
    canonicalUrl: isLink ? form.canonicalUrl : null,
    audienceId: form.audience === "rule" ? form.audienceId : null,
    siteName: isLink ? form.siteName : "",
    body: form.kind === "text" ? form.body : "",
    publishAt: form.publishAt || null,
    expiresAt: form.expiresAt || null,
    captions: form.captions.map(({ network, language, text, audienceId, weight }) => ({
      ...{ network, language, text, audienceId, weight },
    })),
  };
}

/** Fills in what the page says, over what an earlier page said but never over what somebody wrote. */
export function withPreview(
  form: StoryForm,
  preview: LinkPreview,
  earlier: LinkPreview | undefined,
): Partial<StoryForm> {
  const fill = (field: "title" | "summary" | "siteName" | "imageAlt") =>
    form[field] === "" || form[field] === earlier?.[field] ? preview[field] : form[field];
  const keepsImage = form.imageId !== null && form.imageId !== earlier?.imageId;
  return {
    url: preview.url,
    canonicalUrl: preview.canonicalUrl,
    title: fill("title"),
    summary: fill("summary"),
    siteName: fill("siteName"),
    language: preview.language,
    ...(keepsImage ? {} : { imageId: preview.imageId, imageAlt: fill("imageAlt"), imageFocus: centre }),
  };
}

export const kindNames: Record<StoryKind, string> = { link: "Link", image: "Image", text: "Text" };
