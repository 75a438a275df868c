import { routeHandler } from "#lib/route-handler.ts";
import { getShareDetails } from "#lib/shares/details/queries.ts";
import { shareId } from "#lib/shares/details/schemas.ts";

export const GET = routeHandler(shareId, (actor, { id }) => getShareDetails(actor, id));
