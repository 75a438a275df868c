import { measureAudience } from "#lib/audiences/queries.ts";
import { measureAudienceInput } from "#lib/audiences/schemas.ts";
import { routeHandler } from "#lib/route-handler.ts";

export const GET = routeHandler(measureAudienceInput, measureAudience);
