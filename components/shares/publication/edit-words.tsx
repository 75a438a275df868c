"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { networks } from "#lib/networks/networks.ts";
import { editScheduledShareAction } from "#lib/shares/schedule/actions.ts";
import type { Share } from "#lib/shares/schemas.ts";
import { useShareCall } from "../use-share-call.ts";
import { useTextCheck } from "../use-text-check.ts";

type EditWordsProps = {
  organizationId: string;
  share: Pick<Share, "id" | "network" | "text">;
  onDone: () => void;
};

/** Other words for a share that waits. */
export function EditWords({ organizationId, share, onDone }: EditWordsProps) {
  const network = networks[share.network];
  const [text, setText] = useState(share.text);
  const { length, over, most, isReady } = useTextCheck(network, text, true);
  const { call, isPending, message } = useShareCall(organizationId, editScheduledShareAction);
  const count = `${length.toLocaleString("en")} of ${most.toLocaleString("en")} ${network.lengthUnit}`;
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void call({ shareId: share.id, text }, onDone);
      }}
    >
      <Field
        label="Your words"
        hint={isReady ? count : "Counting"}
        error={message ?? (over > 0 ? `Take ${over.toLocaleString("en")} away to fit.` : undefined)}
      >
        {(control) => (
          <Textarea
            {...control}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="max-h-80 min-h-36 overflow-y-auto"
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" pending={isPending} disabled={over > 0}>
          Keep these words
        </Button>
        <Button onClick={onDone}>Back</Button>
      </div>
    </form>
  );
}
