import { routeHandler } from "#lib/route-handler.ts";
import { listScheduled } from "#lib/shares/schedule/queries.ts";
import { listScheduledInput } from "#lib/shares/schedule/schemas.ts";

export const GET = routeHandler(listScheduledInput, listScheduled);
