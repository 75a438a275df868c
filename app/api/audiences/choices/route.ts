import { z } from "zod";
import { getAudienceChoices } from "#lib/audiences/queries.ts";
import { routeHandler } from "#lib/route-handler.ts";

export const GET = routeHandler(z.object({}), getAudienceChoices);
