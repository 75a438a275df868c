import { useQueryClient } from "@tanstack/react-query";
import { useCall } from "#components/layout/use-call.ts";
import type { ActionResult } from "#lib/action.ts";

/** An action on one's own shares: whatever shows them is read again after it, refused or not. */
export function useShareCall<Input, Output>(
  organizationId: string,
  action: (input: Input) => Promise<ActionResult<Output>>,
) {
  const client = useQueryClient();
  const { call, ...state } = useCall(action);
  const callAndRead = async (input: Input, onDone?: (data: Output) => void) => {
    await call(input, onDone);
    await client.invalidateQueries({ queryKey: [organizationId, "shares"] });
  };
  return { ...state, call: callAndRead };
}
