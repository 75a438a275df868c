"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { publishDraftAction } from "#lib/scores/rule-sets/actions.ts";

/** Puts the draft in force, with words for everybody. */
export function PublishForm({ basedOn }: { basedOn: number }) {
  const [note, setNote] = useState("");
  const router = useRouter();
  const { call, isPending, message, errorOf } = useCall(publishDraftAction);
  const publish = (event: FormEvent) => {
    event.preventDefault();
    void call({ basedOn, note }, (version) => {
      toast(`Version ${version} is in force.`, {
        description: "What happened before keeps the rules under which it happened.",
      });
      router.push("/admin/scores");
    });
  };
  return (
    <form onSubmit={publish} noValidate className="grid max-w-xl gap-4">
      <Field label="What changes, and why" hint="Everybody can read it." error={errorOf("note")}>
        {(control) => (
          <Textarea {...control} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <Alert message={message} />
      <Button type="submit" variant="primary" pending={isPending} className="justify-self-start">
        Publish version {basedOn + 1}
      </Button>
    </form>
  );
}
