"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { DeskHeading } from "#components/layout/desk-heading.tsx";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { previewMemberAction } from "#lib/audiences/preview/actions.ts";
import type { MemberPreview, PreviewableMember, StoryReach } from "#lib/audiences/preview/schemas.ts";
import { PreviewedFeed } from "./previewed-feed.tsx";

type FeedPreviewProps = {
  q: string;
  people: PreviewableMember[];
  storyId: string | null;
  story: StoryReach | null;
};

/** Finds a member and shows the feed as they would find it. Looking is an action: it is kept, and the member is told. */
export function FeedPreview({ q, people, storyId, story }: FeedPreviewProps) {
  const [preview, setPreview] = useState<MemberPreview | null>(null);
  const { call, isPending, message } = useCall(previewMemberAction);
  const look = (memberId: string, view: MemberPreview["view"]) =>
    void call({ memberId, view, storyId }, setPreview);

  return (
    <>
      <DeskHeading title="What a member sees" here="/desk/audiences" />
      {story ? (
        <p className="mb-6 max-w-measure">
          <cite>{story.title}</cite> is for <span className="tabular">{story.reach.toLowerCase()}</span>.
        </p>
      ) : null}
      <div className="grid grid-cols-1 gap-10 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <section aria-label="Members" className="grid content-start gap-4">
          <search className="relative">
            <form action="/desk/audiences/preview">
              <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-quiet" />
              <Input
                key={q}
                type="search"
                name="q"
                defaultValue={q}
                aria-label="Search members"
                placeholder="Name"
                maxLength={100}
                className="pl-9"
              />
              {storyId ? <input type="hidden" name="story" value={storyId} /> : null}
            </form>
          </search>
          <p className="text-sm text-quiet">They are told that you looked.</p>
          {people.length === 0 ? <p>Nobody has that in their name.</p> : null}
          <ul className="border-t border-line">
            {people.map(({ id, name, jobTitle }) => (
              <li key={id} className="flex items-center justify-between gap-3 border-b border-line py-2">
                <span className="min-w-0">
                  <span className="block truncate">{name}</span>
                  <span className="block truncate text-sm text-quiet">{jobTitle}</span>
                </span>
                <Button
                  size="sm"
                  aria-label={`See the feed of ${name}`}
                  pending={isPending}
                  onClick={() => look(id, "forYou")}
                >
                  See
                </Button>
              </li>
            ))}
          </ul>
        </section>
        <div className="grid content-start gap-4">
          <Alert message={message} />
          {preview ? (
            <PreviewedFeed preview={preview} onLook={(view) => look(preview.memberId, view)} />
          ) : (
            <p className="text-quiet">Choose a member to see which stories they find, and in which order.</p>
          )}
        </div>
      </div>
    </>
  );
}
