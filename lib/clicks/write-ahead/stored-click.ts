import { z } from "zod";
import { clickDevice, clickExclusion, clickKind } from "#db/enums.ts";

/** A click as a line of the write-ahead file has it. A line may have been written by an earlier version of Herald. */
export const storedClick = z.object({
  organizationId: z.uuid(),
  id: z.uuid(),
  linkId: z.uuid(),
  // A hash in the shape of a UUID, without a version.
  visitor: z.guid(),
  clickedAt: z.coerce.date(),
  kind: z.enum(clickKind.enumValues),
  exclusion: z.enum(clickExclusion.enumValues).nullable(),
  device: z.enum(clickDevice.enumValues).nullable(),
  country: z.string().nullable(),
  referrerHost: z.string().nullable(),
});
