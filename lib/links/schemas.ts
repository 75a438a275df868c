import { z } from "zod";
import type { PlacedImage } from "#lib/stories/image-sizes.ts";
import { isCode } from "./code.ts";

/** A link's code as it stands in an address. */
export const linkCode = z.object({ code: z.string().refine(isCode) });

/** Its image, whole or as the card of a link shows it. */
export const linkImage = linkCode.extend({ size: z.literal("card").optional() });

/** What anybody may read of a story that was shared. */
export type PublicStory = {
  code: string;
  title: string;
  summary: string;
  body: string;
  language: string;
  image: (PlacedImage & { id: string; alt: string }) | null;
  organization: { name: string; accentColor: string };
};
