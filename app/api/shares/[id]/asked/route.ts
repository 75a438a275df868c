import { routeHandler } from "#lib/route-handler.ts";
import { listAskedOfShare } from "#lib/shares/asked/queries.ts";
import { shareId } from "#lib/shares/details/schemas.ts";

export const GET = routeHandler(shareId, listAskedOfShare);
