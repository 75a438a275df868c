import { getActor, type MemberActor } from "#lib/auth/actor.ts";
import { assertSameOrigin } from "#lib/auth/same-origin.ts";
import { DomainError } from "#lib/errors.ts";
import { toFailure } from "#lib/failure.ts";
import { failed, json } from "#lib/route-handler.ts";

/**
 * The one way to take a file from the browser, which an action cannot do: a browser tells the progress only of a request of its
 * own. Same origin, signed in, not too large, run. The body is the file's bytes, read only once it is known who sends them.
 * `whyNot` says what is wrong with a size.
 */
export function uploadHandler(
  whyNot: (sizeBytes: number) => string | null,
  run: (actor: MemberActor, bytes: Buffer) => Promise<unknown>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      assertSameOrigin(request.headers);
      const actor = await getActor();
      if (!actor)
        return failed({ code: "signed_out", message: "You are signed out. Sign in and try again." });
      const bytes = await readBody(request, whyNot);
      return json(await run(actor, bytes), 201);
    } catch (error) {
      return failed(toFailure(error));
    }
  };
}

/** Stops reading as soon as there is too much, whatever the request said about its length. */
async function readBody(request: Request, whyNot: (sizeBytes: number) => string | null): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.body ?? []) {
    sizeBytes += chunk.length;
    assertFits(whyNot(sizeBytes));
    chunks.push(chunk);
  }
  assertFits(whyNot(sizeBytes));
  return Buffer.concat(chunks);
}

function assertFits(refusal: string | null): void {
  if (refusal) throw new DomainError("invalid", refusal);
}
