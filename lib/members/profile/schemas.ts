import { z } from "zod";
import { boardName } from "#db/enums.ts";
import { plainText } from "#lib/plain-text.ts";

/** How a member is called, and how they appear on boards. */
export const profile = z.strictObject({
  name: plainText().min(1, "Write the name your colleagues know you by.").max(100),
  jobTitle: plainText().max(100),
  alias: plainText().max(40, "Keep the alias under 40 characters."),
  boardName: z.enum(boardName.enumValues),
});
export type Profile = z.output<typeof profile>;

export const updateProfileInput = profile.refine(
  ({ alias, boardName }) => boardName !== "alias" || alias !== "",
  {
    path: ["alias"],
    message: "Choose the alias that boards shall show.",
  },
);
