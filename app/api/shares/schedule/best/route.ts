import { routeHandler } from "#lib/route-handler.ts";
import { findBestSlot } from "#lib/shares/schedule/queries.ts";
import { findBestSlotInput } from "#lib/shares/schedule/schemas.ts";

export const GET = routeHandler(findBestSlotInput, (actor, { storyId, network, timeZone }) =>
  findBestSlot(actor, storyId, network, timeZone),
);
