"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { callAction } from "#lib/call-action.ts";
import type { FollowableTopic } from "#lib/stories/feed/schemas.ts";
import { followTopicAction } from "#lib/topics/actions.ts";

/** Follows a topic, or no longer. What the feed has read is read anew, since it goes by what is followed. */
export function FollowTopic({ topic }: { topic: FollowableTopic }) {
  const client = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState("");

  const press = async () => {
    setPending(true);
    const result = await callAction(followTopicAction, { topicId: topic.id, follows: !topic.isFollowed });
    setPending(false);
    setMessage(result.ok ? "" : result.message);
    if (result.ok) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === "stories" });
  };
  return (
    <>
      <button
        type="button"
        aria-label={topic.isFollowed ? `Unfollow ${topic.name}` : `Follow ${topic.name}`}
        disabled={isPending}
        onClick={() => void press()}
        className="h-8 text-sm font-medium text-accent underline-offset-4 hover:underline disabled:opacity-55"
      >
        {topic.isFollowed ? "Unfollow" : "Follow"}
      </button>
      {message ? (
        <span role="alert" className="text-sm text-danger">
          {message}
        </span>
      ) : null}
    </>
  );
}
