import { z } from "zod";
import { webAddress } from "../schemas.ts";

export const linkPreviewInput = z.object({ url: webAddress });

/** What a page says about itself. Texts are plain, trimmed and cut to what a story holds. */
export type PageDetails = {
  title: string;
  summary: string;
  siteName: string;
  canonicalUrl: string | null;
  imageUrl: string | null;
  imageAlt: string;
  language: string;
};

export type LinkPreview = Omit<PageDetails, "imageUrl"> & {
  /** Where the address led in the end. */
  url: string;
  /** Our own copy of the page's image; null when it has none, or none that we could read. */
  imageId: string | null;
  /** A story that already leads there; without a title when the asker may not see it. */
  duplicate: { storyId: string | null; title: string | null } | null;
};

/** Where the browser asks for a preview. */
export const previewAddress = (url: string): string => `/api/link-preview?url=${encodeURIComponent(url)}`;
