"use client";

import { type FormEvent, useState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { sayMoment } from "#lib/calendar.ts";
import type { OutsideReview } from "#lib/reviews/outside/schemas.ts";
import { useOutside } from "./use-outside.ts";

type OutsideCommentsProps = {
  token: string;
  comments: OutsideReview["comments"];
  isOpen: boolean;
  now: Date;
  timeZone: string;
};

/** The reader's own comments, and room for another. */
export function OutsideComments({ token, comments, isOpen, now, timeZone }: OutsideCommentsProps) {
  const [text, setText] = useState("");
  const writing = useOutside(token);
  if (!isOpen && comments.length === 0) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    void writing.send({ act: "comment", text }, () => setText(""));
  };
  return (
    <section aria-labelledby="comments" className="grid gap-4">
      <h2 id="comments" className="text-xl">
        {comments.length > 0 ? "Your comments" : "Something to point out?"}
      </h2>
      <ol className="grid divide-y divide-line border-y border-line empty:hidden">
        {comments.map((comment) => (
          <li key={comment.id} className="grid gap-1 py-3">
            <p dir="auto" className="max-w-measure whitespace-pre-line wrap-anywhere">
              {comment.text}
            </p>
            <p className="flex flex-wrap items-center gap-2 text-sm text-quiet">
              {sayMoment(comment.createdAt, now, timeZone)}
              {comment.isResolved ? <Badge>settled</Badge> : null}
            </p>
          </li>
        ))}
      </ol>
      {isOpen ? (
        <form onSubmit={send} className="grid justify-items-start gap-3">
          <Field label="Write a comment" className="w-full">
            {(control) => (
              <Textarea
                {...control}
                className="bg-raised"
                maxLength={4_000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <Alert message={writing.message} />
          <Button type="submit" pending={writing.isPending} disabled={text.trim() === ""}>
            Comment
          </Button>
        </form>
      ) : null}
    </section>
  );
}
