"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { OutsideAct } from "#lib/reviews/outside/schemas.ts";
import { sendOutside } from "./send-outside.ts";

/** What the reader of a link sends: whether it is on its way, and the sentence of a refusal. A second press does nothing. */
export function useOutside(token: string) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState<string | null>(null);

  async function send(act: OutsideAct, onDone: () => void): Promise<void> {
    if (isPending) return;
    setPending(true);
    setMessage(null);
    const result = await sendOutside(token, act);
    setPending(false);
    if (result.ok) onDone();
    else setMessage(Object.values(result.fields ?? {})[0] ?? result.message);
    // What was refused was often because the story moved on: show how it stands.
    if (result.ok || result.code === "conflict") router.refresh();
  }

  return { send, isPending, message };
}
