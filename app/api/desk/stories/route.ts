import { routeHandler } from "#lib/route-handler.ts";
import { listLibrary } from "#lib/stories/library/queries.ts";
import { libraryInput } from "#lib/stories/library/schemas.ts";

export const GET = routeHandler(libraryInput, listLibrary);
