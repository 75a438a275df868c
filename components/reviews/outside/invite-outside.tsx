"use client";

import { Copy } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { inviteOutsideAction } from "#lib/reviews/outside/actions.ts";
import { outsideDays } from "#lib/reviews/outside/days.ts";
import type { OutsideInvitation } from "#lib/reviews/outside/schemas.ts";

/** Asks somebody without an account to look at the story. */
export function InviteOutside({ storyId, canMail }: { storyId: string; canMail: boolean }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<OutsideInvitation | null>(null);
  const change = (open: boolean) => {
    setOpen(open);
    if (!open && made) router.refresh();
    if (!open) setMade(null);
  };
  return (
    <Dialog open={isOpen} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button size="sm" className="justify-self-start">
          Ask somebody outside
        </Button>
      </DialogTrigger>
      <DialogContent className="max-w-md">
        <DialogHeader>
          <DialogTitle>Ask somebody outside</DialogTitle>
          <DialogDescription>
            They see this story and nothing else, need no account, and say what they think. You decide.
          </DialogDescription>
        </DialogHeader>
        {made ? <Link made={made} /> : <InviteForm storyId={storyId} canMail={canMail} onMade={setMade} />}
      </DialogContent>
    </Dialog>
  );
}

type InviteFormProps = { storyId: string; canMail: boolean; onMade: (made: OutsideInvitation) => void };

function InviteForm({ storyId, canMail, onMade }: InviteFormProps) {
  const [form, setForm] = useState({ name: "", email: "", days: 7 });
  const inviting = useCall(inviteOutsideAction);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void inviting.call({ storyId, ...form, email: form.email.trim() }, onMade);
  };
  return (
    <form onSubmit={send} className="grid gap-4" noValidate>
      <Field label="Name" error={inviting.errorOf("name")}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
          />
        )}
      </Field>
      {canMail ? (
        <Field
          label="E-mail"
          hint="Empty: you hand the link over yourself."
          error={inviting.errorOf("email")}
        >
          {(control) => (
            <Input
              {...control}
              type="email"
              value={form.email}
              onChange={(event) => setForm({ ...form, email: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <Field label="The link holds for">
        {(control) => (
          <Select
            {...control}
            value={form.days}
            onChange={(event) => setForm({ ...form, days: Number(event.target.value) })}
          >
            {outsideDays.map((days) => (
              <option key={days} value={days}>
                {days} days
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Alert message={inviting.message} />
      <DialogFooter>
        <Button type="submit" variant="primary" pending={inviting.isPending}>
          Make the link
        </Button>
      </DialogFooter>
    </form>
  );
}

function Link({ made: { link, mail } }: { made: OutsideInvitation }) {
  const copy = () => navigator.clipboard.writeText(link).then(() => toast("Link copied"));
  return (
    <div className="grid gap-3">
      <p>
        {mail === "sent" ? "The link was mailed. " : mail === "failed" ? "The mail could not be sent. " : ""}
        It is shown here once: copy it if you need it. Whoever has it can open the story.
      </p>
      <Input aria-label="Link" readOnly value={link} onFocus={(event) => event.target.select()} />
      <DialogFooter>
        <Button variant="primary" onClick={() => void copy()}>
          <Copy aria-hidden />
          Copy the link
        </Button>
      </DialogFooter>
    </div>
  );
}
