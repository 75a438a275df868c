import { z } from "zod";
import { isCode } from "./code.ts";

/** A link's code as it stands in an address. */
export const linkCode = z.object({ code: z.string().refine(isCode) });

/** What anybody may read of a story that was shared. */
export type PublicStory = {
  code: string;
  title: string;
  summary: string;
  body: string;
  language: string;
  image: { id: string; alt: string; width: number; height: number } | null;
  organization: { name: string; accentColor: string };
};
