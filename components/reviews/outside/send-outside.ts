import type { CallResult } from "#lib/call-action.ts";
import type { OutsideAct } from "#lib/reviews/outside/schemas.ts";

/** Tells Herald what the reader of a link does, who has no account and so no action to call. */
export async function sendOutside(token: string, act: OutsideAct): Promise<CallResult<null>> {
  try {
    const response = await fetch(`/api/review/${token}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(act),
    });
    return response.ok ? { ok: true, data: null } : { ok: false, ...(await response.json()) };
  } catch {
    return {
      ok: false,
      code: "offline",
      message: "You seem to be offline. What you wrote is kept here; try again.",
    };
  }
}
