import { z } from "zod";
import { boardName } from "#db/enums.ts";
import { plainText } from "#lib/plain-text.ts";

/** The language somebody reads (BCP 47), or empty when they name none. */
export const ownLanguage = z.string().regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/, "Choose a language.");

/** How a member is called, and how they appear on boards. */
export const profile = z.strictObject({
  name: plainText().min(1, "Write the name your colleagues know you by.").max(100),
  jobTitle: plainText().max(100),
  alias: plainText().max(40, "Keep the alias under 40 characters."),
  boardName: z.enum(boardName.enumValues),
  language: ownLanguage,
});
export type Profile = z.output<typeof profile>;

/** Where the member works, as an admin has entered it. */
export type Workplace = { location: string; country: string };

export const updateProfileInput = profile.refine(
  ({ alias, boardName }) => boardName !== "alias" || alias !== "",
  {
    path: ["alias"],
    message: "Choose the alias that boards shall show.",
  },
);
