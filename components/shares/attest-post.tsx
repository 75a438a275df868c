"use client";

import Link from "next/link";
import { useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { networks } from "#lib/networks/networks.ts";
import { attestPostAction } from "#lib/shares/actions.ts";
import type { Share } from "#lib/shares/schemas.ts";

type AttestPostProps = {
  /** What the post may be of; one alone is not asked about. */
  stories: { id: string; title: string }[];
};

/** For a post that its member made without the composer: its address is all that is asked. */
export function AttestPost({ stories }: AttestPostProps) {
  const [isOpen, setOpen] = useState(false);
  const [storyId, setStoryId] = useState(stories[0]?.id ?? "");
  const [postUrl, setPostUrl] = useState("");
  const [attested, setAttested] = useState<Share | null>(null);
  const { call, isPending, message, errorOf } = useCall(attestPostAction);
  if (stories.length === 0) return null;

  if (attested)
    return (
      <p role="status" className="text-quiet">
        Noted as your share on {networks[attested.network].name}, and thank you. It has{" "}
        <Link href={`/shares/${attested.id}`} className="text-accent underline underline-offset-4">
          a page of its own
        </Link>
        .
      </p>
    );
  if (!isOpen)
    return (
      <button
        type="button"
        className="justify-self-start text-sm text-quiet underline decoration-edge underline-offset-4 hover:text-ink"
        onClick={() => setOpen(true)}
      >
        {stories.length > 1 ? "I posted something by hand" : "I already posted this"}
      </button>
    );
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void call({ storyId, postUrl }, setAttested);
      }}
    >
      {stories.length > 1 ? (
        <Field label="The story" hint="The newest ones. For an older one, open the story and say it there.">
          {(control) => (
            <Select {...control} value={storyId} onChange={(event) => setStoryId(event.target.value)}>
              {stories.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <Field
        label="Address of your post"
        hint="Copy it from the post. Herald keeps it and counts the share; it does not open the address."
        error={errorOf("postUrl") ?? message ?? undefined}
      >
        {(control) => (
          <div className="flex gap-3">
            <Input
              {...control}
              inputMode="url"
              value={postUrl}
              placeholder="https://…"
              // What was pressed for is where one writes next.
              ref={focusNew}
              onChange={(event) => setPostUrl(event.target.value)}
            />
            <Button type="submit" pending={isPending} disabled={postUrl.trim() === ""}>
              Note it
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}

const focusNew = (input: HTMLInputElement | null) => input?.focus();
