import { z } from "zod";
import { clock } from "#lib/clock.ts";
import { writeRecord } from "#lib/members/record/queries.ts";
import { routeHandler } from "#lib/route-handler.ts";

export const GET = routeHandler(z.object({}), async (actor) => {
  const pieces = writeRecord(actor);
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
  const day = clock.now().toISOString().slice(0, 10);
  return new Response(body, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="herald-record-${day}.json"`,
      "Cache-Control": "no-store",
    },
  });
});
