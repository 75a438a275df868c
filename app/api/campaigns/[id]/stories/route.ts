import { findStories } from "#lib/campaigns/stories/queries.ts";
import { findStoriesInput } from "#lib/campaigns/stories/schemas.ts";
import { routeHandler } from "#lib/route-handler.ts";

export const GET = routeHandler(findStoriesInput, findStories);
