import { actOutside } from "#lib/reviews/outside/mutations.ts";
import { outsideAct, outsideToken } from "#lib/reviews/outside/schemas.ts";
import { publicWriteHandler } from "#lib/route-handler.ts";

export const POST = publicWriteHandler(outsideToken, outsideAct, ({ token }, act) => actOutside(token, act));
