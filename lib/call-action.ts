import type { ActionResult } from "#lib/action.ts";
import type { Failure } from "#lib/failure.ts";

export type CallResult<Output> =
  | { ok: true; data: Output }
  | { ok: false; code: Failure["code"] | "offline"; message: string; fields?: Record<string, string> };

/** Calls an action from the browser. When the network is gone the answer is a sentence too, not an exception. */
export async function callAction<Input, Output>(
  action: (input: Input) => Promise<ActionResult<Output>>,
  input: Input,
): Promise<CallResult<Output>> {
  try {
    return await action(input);
  } catch {
    return {
      ok: false,
      code: "offline",
      message: "You seem to be offline. What you wrote is kept here; try again.",
    };
  }
}
