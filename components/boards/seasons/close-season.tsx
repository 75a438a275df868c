"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { closeSeasonAction } from "#lib/boards/seasons/actions.ts";
import type { SeasonDto } from "#lib/boards/seasons/schemas.ts";

/** For admins: closes a season with words to everybody. */
export function CloseSeason({ season }: { season: SeasonDto }) {
  const [note, setNote] = useState("");
  const close = useCall(closeSeasonAction);
  const router = useRouter();
  const save = (event: FormEvent) => {
    event.preventDefault();
    void close.call({ seasonId: season.id, note }, () => router.refresh());
  };
  return (
    <form aria-label={`Close ${season.name}`} onSubmit={save} className="grid max-w-measure gap-4">
      <Field
        label="Closing words"
        hint="Everybody reads them above the results. What went well, and whom you thank."
        error={close.errorOf("note")}
      >
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            rows={4}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Alert message={close.message} />
      <Button type="submit" variant="primary" pending={close.isPending} className="justify-self-start">
        Close {season.name} for good
      </Button>
    </form>
  );
}
