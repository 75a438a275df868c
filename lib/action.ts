import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { getActor, type MemberActor } from "#lib/auth/actor.ts";
import { assertSameOrigin } from "#lib/auth/same-origin.ts";
import { type Failure, toFailure } from "#lib/failure.ts";

export type ActionResult<Output> = { ok: true; data: Output } | ({ ok: false } & Failure);

const wrapped = new WeakSet<object>();

/** Whether a function was made by `action`; the test of every actions.ts asks. */
export const isAction = (value: unknown): boolean => typeof value === "function" && wrapped.has(value);

/**
 * The one way to write from the browser: same origin, signed in, parsed, run, and a typed result.
 * Nothing that `run` throws reaches the browser but a DomainError's sentence, or the id under which it was logged.
 */
export function action<Schema extends z.ZodType, Output>(
  schema: Schema,
  run: (actor: MemberActor, input: z.output<Schema>) => Promise<Output>,
): (input: z.input<Schema>) => Promise<ActionResult<Output>> {
  const handle = async (input: z.input<Schema>): Promise<ActionResult<Output>> => {
    try {
      assertSameOrigin(await headers());
      const actor = await getActor();
      if (!actor)
        return { ok: false, code: "signed_out", message: "You are signed out. Sign in and try again." };
      const data = await run(actor, schema.parse(input));
      revalidatePath("/", "layout");
      return { ok: true, data };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, ...toFailure(error) };
    }
  };
  wrapped.add(handle);
  return handle;
}
