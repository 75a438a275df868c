"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { v7 as uuidv7 } from "uuid";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { giveThanksAction } from "#lib/recognition/actions.ts";

/** A note of thanks to a colleague. */
export function ThanksForm() {
  const router = useRouter();
  const [form, setForm] = useState(() => ({ to: "", note: "", requestId: uuidv7() }));
  const { call, isPending, message, errorOf } = useCall(giveThanksAction);
  const thank = (event: FormEvent) => {
    event.preventDefault();
    void call(form, () => {
      toast("They have your thanks.");
      setForm({ to: "", note: "", requestId: uuidv7() });
      router.refresh();
    });
  };
  return (
    <form onSubmit={thank} noValidate aria-label="Thank a colleague" className="grid gap-4">
      <h3 className="text-lg">Thank a colleague</h3>
      <Field label="Their address" error={errorOf("to")}>
        {(control) => (
          <Input
            {...control}
            type="email"
            value={form.to}
            onChange={(event) => setForm({ ...form, to: event.target.value })}
          />
        )}
      </Field>
      <Field label="What for" error={errorOf("note")}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            rows={2}
            value={form.note}
            onChange={(event) => setForm({ ...form, note: event.target.value })}
          />
        )}
      </Field>
      <Alert message={message} />
      <Button type="submit" pending={isPending} className="justify-self-start">
        Thank them
      </Button>
    </form>
  );
}
