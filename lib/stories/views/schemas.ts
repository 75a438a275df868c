import { z } from "zod";
import { shortText } from "../schemas.ts";

const name = shortText(60, "The name").min(1, "Give the view a name.");
/** The filters as the table's address has them; what they mean is read when the view is opened. */
const search = z.string().max(2_000).default("");

export const saveViewInput = z.strictObject({ name, search });
export type SaveViewInput = z.output<typeof saveViewInput>;

export const changeViewInput = z.strictObject({
  viewId: z.uuid(),
  name: name.optional(),
  search: search.optional(),
});
export type ChangeViewInput = z.output<typeof changeViewInput>;

export const removeViewInput = z.strictObject({ viewId: z.uuid() });
export type RemoveViewInput = z.output<typeof removeViewInput>;

/** A member's saved way to look at the table. */
export type StoryView = { id: string; name: string; search: string };
