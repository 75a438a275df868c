import type { z } from "zod";
import { getActor, type MemberActor } from "#lib/auth/actor.ts";
import { assertSameOrigin } from "#lib/auth/same-origin.ts";
import { DomainError } from "#lib/errors.ts";
import { type Failure, toFailure } from "#lib/failure.ts";

const statuses: Record<Failure["code"], number> = {
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  limit_reached: 429,
  unexpected: 500,
  unavailable: 503,
};

type Handler = (request: Request, context: Context) => Promise<Response>;
type Context = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * The one way to read from the browser: not sent by another site, signed in, parsed (query, what was posted, and path parameters together),
 * run.
 * `run` answers with a DTO, sent as JSON, or with a Response of its own.
 */
export function routeHandler<Schema extends z.ZodType>(
  schema: Schema,
  run: (actor: MemberActor, input: z.output<Schema>) => Promise<unknown>,
): Handler {
  return parsed(schema, async (input, { headers }) => {
    // A link preview fetches and keeps something: another site's link to it must not do so in the reader's name.
    if (headers.get("sec-fetch-site") === "cross-site")
      return failed({ code: "forbidden", message: "This request did not come from Herald's own pages." });
    const actor = await getActor();
    if (!actor) return failed({ code: "signed_out", message: "You are signed out. Sign in and try again." });
    return run(actor, input);
  });
}

/** The same for the little that anybody may read without signing in, such as the image of a story that was shared. */
export function publicRouteHandler<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<unknown>,
): Handler {
  return parsed(schema, (input) => run(input));
}

const mostBytes = 64_000;

/**
 * The one way to write for somebody who has no account but a link: from our own page, small, parsed (the JSON of the body and
 * the path's parameters apart), run.
 */
export function publicWriteHandler<Path extends z.ZodType, Body extends z.ZodType>(
  path: Path,
  body: Body,
  run: (path: z.output<Path>, body: z.output<Body>) => Promise<unknown>,
): Handler {
  return async (request, context) => {
    try {
      assertSameOrigin(request.headers);
      const where = path.parse(await context.params);
      return json((await run(where, body.parse(await readJson(request)))) ?? {}, 200);
    } catch (error) {
      return failed(toFailure(error));
    }
  };
}

/** Stops reading where it gets too long, whatever the request says about its length. */
async function readJson(request: Request): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > mostBytes) throw new DomainError("invalid", "That is too long.");
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString("utf8"));
  } catch {
    throw new DomainError("invalid", "That could not be read.");
  }
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>, request: Request) => Promise<unknown>,
): Handler {
  return async (request, context) => {
    try {
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const body = request.method === "POST" ? await readBody(request) : {};
      const result = await run(schema.parse({ ...query, ...body, ...(await context.params) }), request);
      return result instanceof Response ? result : json(result, 200);
    } catch (error) {
      return failed(toFailure(error));
    }
  };
}

/** More than any question of ours is long. */
const mostBodyBytes = 64 * 1024;

/** What a question holds that came as JSON. */
async function readBody(request: Request): Promise<object> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.body ?? []) {
    chunks.push(chunk);
    sizeBytes += chunk.byteLength;
    if (sizeBytes > mostBodyBytes) throw new DomainError("invalid", "That is more than can be read at once.");
  }
  try {
    return Object(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  } catch {
    throw new DomainError("invalid", "That cannot be read.");
  }
}

export const failed = (failure: Failure): Response => json(failure, statuses[failure.code]);

export const json = (body: unknown, status: number): Response =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
