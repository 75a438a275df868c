import { routeHandler } from "#lib/route-handler.ts";
import { listMatching } from "#lib/stories/library/queries.ts";
import { libraryInput } from "#lib/stories/library/schemas.ts";

export const GET = routeHandler(libraryInput, listMatching);
