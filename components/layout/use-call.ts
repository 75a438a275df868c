"use client";

import { useState } from "react";
import type { ActionResult } from "#lib/action.ts";
import { type CallResult, callAction } from "#lib/call-action.ts";

/** An action for a form: whether it runs, what it refused, and which field was meant. A second press while it runs does nothing. */
export function useCall<Input, Output>(action: (input: Input) => Promise<ActionResult<Output>>) {
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Extract<CallResult<Output>, { ok: false }> | null>(null);

  async function call(input: Input, onDone?: (data: Output) => void): Promise<void> {
    if (isPending) return;
    setPending(true);
    setFailure(null);
    const result = await callAction(action, input);
    setPending(false);
    if (result.ok) onDone?.(result.data);
    else setFailure(result);
  }

  const fields: Record<string, string> = failure?.fields ?? {};
  const errorOf = (field: string): string | undefined => fields[field];
  /** What was refused, unless it is said at a field already. */
  const message = failure && !failure.fields ? failure.message : null;
  return { call, isPending, message, fields, errorOf };
}
