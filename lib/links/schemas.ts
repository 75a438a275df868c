import { z } from "zod";

/** A link's code as it stands in an address. */
export const linkCode = z.object({ code: z.string().regex(/^[0-9A-Za-z-]{1,64}$/) });

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
