import { unstable_rethrow } from "next/navigation";
import type { ActionResult } from "#lib/action.ts";

/** Calls an action from the browser. With the network gone it answers with a sentence instead of rejecting. */
export async function attempt<Output>(
  call: () => Promise<ActionResult<Output>>,
): Promise<ActionResult<Output>> {
  try {
    return await call();
  } catch (error) {
    unstable_rethrow(error);
    return {
      ok: false,
      code: "unavailable",
      message: "You seem to be offline. What you wrote is kept here; try again.",
    };
  }
}
