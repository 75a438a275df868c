import { routeHandler } from "#lib/route-handler.ts";
import { compareWithColleagues } from "#lib/shares/sameness/queries.ts";
import { compareInput } from "#lib/shares/sameness/schemas.ts";

/** Asked by POST: words that nobody has published yet belong in no log of addresses. */
export const POST = routeHandler(compareInput, compareWithColleagues);
