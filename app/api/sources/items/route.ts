import { routeHandler } from "#lib/route-handler.ts";
import { listItems } from "#lib/sources/items/queries.ts";
import { listItemsInput } from "#lib/sources/items/schemas.ts";

export const GET = routeHandler(listItemsInput, listItems);
