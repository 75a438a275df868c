"use client";

import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { callAction } from "#lib/call-action.ts";
import type { Network } from "#lib/networks/network.ts";
import { confirmShareAction } from "#lib/shares/actions.ts";

/** Takes the post's address, for whoever likes to keep it. Nothing depends on it. */
export function PostAddress({ shareId, network }: { shareId: string; network: Network }) {
  const [postUrl, setPostUrl] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isKept, setKept] = useState(false);
  const [isPending, startTransition] = useTransition();

  if (isKept) return <p role="status">The address is kept with your share.</p>;

  const keep = () =>
    startTransition(async () => {
      const result = await callAction(confirmShareAction, { shareId, postUrl });
      if (result.ok) setKept(true);
      else setProblem(result.message);
    });

  return (
    <form action={keep} className="grid gap-2">
      <Field label="Address of the post" hint="Only if you like: it lets you find it again." error={problem}>
        {(control) => (
          <div className="flex gap-3">
            <Input
              {...control}
              inputMode="url"
              value={postUrl}
              placeholder={network.postAddressExample}
              onChange={(event) => setPostUrl(event.target.value)}
            />
            <Button type="submit" pending={isPending} disabled={postUrl.trim() === ""}>
              Keep
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
