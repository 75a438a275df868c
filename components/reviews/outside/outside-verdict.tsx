"use client";

import { type FormEvent, useState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { sayMoment } from "#lib/calendar.ts";
import type { OutsideReview, OutsideVerdict as Verdict } from "#lib/reviews/outside/schemas.ts";
import { useOutside } from "./use-outside.ts";

type OutsideVerdictProps = {
  token: string;
  version: number;
  said: OutsideReview["verdict"];
  isOpen: boolean;
  now: Date;
  timeZone: string;
};

/** One word on the story: fine, or what should change. It can be said anew for as long as nobody has decided. */
export function OutsideVerdict({ token, version, said, isOpen, now, timeZone }: OutsideVerdictProps) {
  const [isAgain, setAgain] = useState(false);
  const isSaid = said?.isOfThisVersion && !isAgain;
  return (
    <section
      aria-labelledby="verdict"
      className="grid justify-items-start gap-4 rounded-md border border-line bg-raised p-4 sm:p-6"
    >
      <h2 id="verdict" className="text-2xl">
        {isSaid || !isOpen ? "Thank you" : "What do you think?"}
      </h2>
      {said ? (
        <p className="max-w-measure">
          {sayMoment(said.saidAt, now, timeZone).replace(/^\p{L}/u, (letter) => letter.toUpperCase())} you
          said: {words[said.verdict].said}
          {said.isOfThisVersion ? "." : ", of an earlier version."}
          {said.reason ? (
            <span dir="auto" className="mt-1 block whitespace-pre-line wrap-anywhere text-quiet">
              “{said.reason}”
            </span>
          ) : null}
        </p>
      ) : null}
      {isOpen ? null : <p className="text-quiet">This story has been decided on in the meantime.</p>}
      {isOpen && isSaid ? (
        <Button variant="link" onClick={() => setAgain(true)}>
          Say something else
        </Button>
      ) : null}
      {isOpen && !isSaid ? (
        <VerdictForm token={token} version={version} onDone={() => setAgain(false)} />
      ) : null}
    </section>
  );
}

const words: Record<Verdict, { name: string; said: string }> = {
  fine: { name: "It is fine", said: "it is fine" },
  wants_changes: { name: "Something should change", said: "something should change" },
};

type VerdictFormProps = { token: string; version: number; onDone: () => void };

function VerdictForm({ token, version, onDone }: VerdictFormProps) {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const saying = useOutside(token);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!verdict) return;
    const lacksReason = verdict === "wants_changes" && reason.trim() === "";
    setMissing(lacksReason);
    if (!lacksReason) void saying.send({ act: "say", version, verdict, reason }, onDone);
  };
  return (
    <form onSubmit={send} className="grid w-full gap-4">
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="sr-only">Your word on the story</legend>
        {(["fine", "wants_changes"] as const).map((each) => (
          <label
            key={each}
            className="flex min-h-12 cursor-pointer items-center gap-3 rounded-md border border-edge bg-page px-4 font-medium has-checked:border-accent has-checked:bg-accent/5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="verdict"
              className="size-4 accent-accent"
              checked={verdict === each}
              onChange={() => setVerdict(each)}
            />
            {words[each].name}
          </label>
        ))}
      </fieldset>
      {verdict ? (
        <Field
          label={verdict === "fine" ? "Anything to add (optional)" : "What should change, and why?"}
          error={isMissing ? "Say what should change, so that they can do it." : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              className="bg-page"
              maxLength={2_000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <Alert message={saying.message} />
      <Button
        type="submit"
        variant="primary"
        className="justify-self-start"
        pending={saying.isPending}
        disabled={!verdict}
      >
        Send
      </Button>
    </form>
  );
}
