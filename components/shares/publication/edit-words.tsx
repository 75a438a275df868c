"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { networks } from "#lib/networks/networks.ts";
import { askedOfShareQuery } from "#lib/shares/asked/query-options.ts";
import { editScheduledShareAction } from "#lib/shares/schedule/actions.ts";
import type { Share } from "#lib/shares/schemas.ts";
import { type Accepted, acceptedIdsOf, whyKept } from "../accepted.ts";
import { GuidelineLines } from "../guideline-lines.tsx";
import { useJudgement } from "../use-judgement.ts";
import { useShareCall } from "../use-share-call.ts";
import { useTextCheck } from "../use-text-check.ts";

type EditWordsProps = {
  organizationId: string;
  share: Pick<Share, "id" | "network" | "text">;
  onDone: () => void;
};

/** Which link it is makes no difference to its words: it goes along. */
const anyLink = "https://herald.invalid/s/";

/** Other words for a share that waits. */
export function EditWords({ organizationId, share, onDone }: EditWordsProps) {
  const network = networks[share.network];
  const [text, setText] = useState(share.text);
  const [accepted, setAccepted] = useState<Accepted>({});
  const { data: asked } = useQuery(askedOfShareQuery(organizationId, share.id));
  const judgement = useJudgement(asked, network, text, anyLink);
  const verdicts = judgement?.verdicts ?? [];
  const kept = whyKept(accepted, verdicts);
  const { length, over, most, isReady } = useTextCheck(network, judgement?.text ?? text, true);
  const { call, isPending, message } = useShareCall(organizationId, editScheduledShareAction);
  const count = `${length.toLocaleString("en")} of ${most.toLocaleString("en")} ${network.lengthUnit}`;
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void call({ shareId: share.id, text, acceptedIds: acceptedIdsOf(accepted, verdicts) }, onDone);
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
      <ul className="grid gap-1.5 text-sm leading-5 empty:hidden">
        <GuidelineLines judgement={judgement} accepted={accepted} onAccept={setAccepted} />
      </ul>
      {kept ? (
        <p role="status" className="text-sm font-medium">
          {kept}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" pending={isPending} disabled={over > 0 || kept !== null}>
          Keep these words
        </Button>
        <Button onClick={onDone}>Back</Button>
      </div>
    </form>
  );
}
