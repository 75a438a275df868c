"use client";

import Link from "next/link";
import { type FormEvent, useEffect, useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { sayMoment } from "#lib/calendar.ts";
import { callAction } from "#lib/call-action.ts";
import {
  reopenCommentAction,
  resolveCommentAction,
  writeCommentAction,
} from "#lib/reviews/comments/actions.ts";
import type { CommentsPage, ReviewComment } from "#lib/reviews/comments/schemas.ts";
import { recordLookAction } from "#lib/reviews/looks/actions.ts";
import { numberOf } from "./version-number.ts";

type CommentsProps = {
  storyId: string;
  page: CommentsPage;
  /** The page that this stands on, to which `comments=2` can be added. */
  address: string;
  /** What the versions of the story are called, newest first. */
  versions: { version: number; number: number }[];
  now: Date;
  timeZone: string;
};

/** What was said about the story, in the order in which it was. */
export function Comments({ storyId, page, address, versions, now, timeZone }: CommentsProps) {
  const [text, setText] = useState("");
  const writing = useCall(writeCommentAction);
  // What was new stays marked for as long as the page does: a look is noted once somebody is really here.
  const [newIds] = useState(() => new Set(page.comments.filter(({ isNew }) => isNew).map(({ id }) => id)));
  useEffect(() => {
    void callAction(recordLookAction, { storyId });
  }, [storyId]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void writing.call({ storyId, text }, () => setText(""));
  };

  return (
    <section lang="en" aria-label="Comments" className="grid gap-3">
      <h3 className="font-sans text-sm font-medium tracking-normal">
        Comments{page.unresolved > 0 ? `, ${page.unresolved} to settle` : ""}
      </h3>
      <ol className="grid divide-y divide-line empty:hidden">
        {page.comments.map((comment) => (
          <Comment
            key={comment.id}
            comment={{ ...comment, isNew: comment.isNew || newIds.has(comment.id) }}
            number={numberOf(versions, comment.version)}
            when={sayMoment(comment.createdAt, now, timeZone)}
          />
        ))}
      </ol>
      <Pages page={page} address={address} />
      <form onSubmit={send} className="grid justify-items-start gap-2">
        <Textarea
          aria-label="Write a comment"
          placeholder="Write a comment"
          className="min-h-16 bg-raised"
          maxLength={4_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" size="sm" pending={writing.isPending} disabled={text.trim() === ""}>
          Comment
        </Button>
        <Alert message={writing.message ?? writing.errorOf("text") ?? null} />
      </form>
    </section>
  );
}

function Comment({ comment, number, when }: { comment: ReviewComment; number: number; when: string }) {
  const settling = useCall(comment.resolvedAt ? reopenCommentAction : resolveCommentAction);
  return (
    <li className="grid gap-1 py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-quiet">
        <span className="font-medium text-ink">{comment.authorName}</span>
        {comment.isOutside ? <Badge>outside</Badge> : null}
        {comment.isNew ? <Badge tone="accent">new</Badge> : null}
        on version {number}, {when}
      </p>
      <p dir="auto" className="max-w-measure whitespace-pre-line wrap-anywhere">
        {comment.text}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-quiet">
        {comment.resolvedAt ? <span>Settled by {comment.resolvedByName}</span> : null}
        <Button
          variant="link"
          pending={settling.isPending}
          onClick={() => void settling.call({ commentId: comment.id })}
        >
          {comment.resolvedAt ? "Open again" : "Settle"}
        </Button>
      </p>
      <Alert message={settling.message} />
    </li>
  );
}

function Pages({ page: { page, pageCount }, address }: { page: CommentsPage; address: string }) {
  if (pageCount < 2) return null;
  const hrefOf = (other: number) => `${address}${address.includes("?") ? "&" : "?"}comments=${other}`;
  return (
    <nav aria-label="Pages of comments" className="flex gap-4 text-sm">
      {page > 1 ? <Link href={hrefOf(page - 1)}>Earlier</Link> : null}
      <span className="text-quiet">
        {page} of {pageCount}
      </span>
      {page < pageCount ? <Link href={hrefOf(page + 1)}>Later</Link> : null}
    </nav>
  );
}
