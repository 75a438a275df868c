import { getBoard } from "#lib/boards/queries.ts";
import { boardFilters } from "#lib/boards/schemas.ts";
import { routeHandler } from "#lib/route-handler.ts";

export const GET = routeHandler(boardFilters, getBoard);
