"use client";

import { useState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { networks } from "#lib/networks/networks.ts";
import { sayDollars } from "#lib/networks/settings/dollars.ts";
import { resolveShareAction } from "#lib/shares/attempts/actions.ts";
import type { Steps } from "#lib/shares/attempts/schemas.ts";
import { useShareCall } from "../use-share-call.ts";
import type { PublicationProps } from "./publication.tsx";

type ResolveProps = PublicationProps & { resolve: NonNullable<Steps["resolve"]> };

/** For a post that may be there: look first. What became of it is the member's to say, or to have asked. */
export function Resolve({ organizationId, share, resolve }: ResolveProps) {
  const network = networks[share.network];
  const { call, isPending, message } = useShareCall(organizationId, resolveShareAction);
  const [isThere, setThere] = useState(false);
  const [postUrl, setPostUrl] = useState("");

  if (isThere)
    return (
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void call({ shareId: share.id, how: "there", postUrl });
        }}
      >
        <Field
          label="Address of the post"
          hint="If you have it at hand. It lets you find the post again."
          error={message ?? undefined}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="url"
              value={postUrl}
              placeholder={network.postAddressExample}
              onChange={(event) => setPostUrl(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" pending={isPending}>
            It is there
          </Button>
          <Button onClick={() => setThere(false)}>Back</Button>
        </div>
      </form>
    );
  const { ask } = resolve;
  const isFoundOut = ask?.isSafe ?? false;
  const asking = ask ? (
    <div className={isFoundOut ? "grid gap-2" : "grid gap-2 border-t border-line pt-4"}>
      <p className={isFoundOut ? undefined : "text-sm text-quiet"}>
        {ask.sentence}
        {resolve.askMicros > 0 ? ` It costs your organization about ${sayDollars(resolve.askMicros)}.` : ""}
      </p>
      <Button
        className="justify-self-start"
        variant={isFoundOut ? "primary" : "secondary"}
        pending={isPending}
        onClick={() => call({ shareId: share.id, how: "ask" })}
      >
        {ask.act}
      </Button>
    </div>
  ) : null;
  return (
    <div className="grid gap-4">
      {isFoundOut ? asking : null}
      {isFoundOut ? (
        <p className="text-sm text-quiet">Or look yourself, and say what you found.</p>
      ) : (
        <p>
          <b className="font-medium">Look there first.</b> {resolve.advice}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button pending={isPending} onClick={() => setThere(true)}>
          It is there
        </Button>
        <Button pending={isPending} onClick={() => call({ shareId: share.id, how: "not_there" })}>
          It is not there
        </Button>
      </div>
      {isFoundOut ? null : asking}
      <Alert message={message} />
    </div>
  );
}
