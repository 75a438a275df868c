import { routeHandler } from "#lib/route-handler.ts";
import { previewLink } from "#lib/stories/preview/mutations.ts";
import { linkPreviewInput } from "#lib/stories/preview/schemas.ts";

export const GET = routeHandler(linkPreviewInput, (actor, input) => previewLink(actor, input));
