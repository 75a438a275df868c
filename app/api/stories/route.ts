import { routeHandler } from "#lib/route-handler.ts";
import { listLiveStories } from "#lib/stories/feed/queries.ts";
import { listLiveStoriesInput } from "#lib/stories/feed/schemas.ts";

export const GET = routeHandler(listLiveStoriesInput, listLiveStories);
