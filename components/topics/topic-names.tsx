"use client";

import { NameList } from "#components/layout/name-list.tsx";
import { addTopicAction, renameTopicAction } from "#lib/topics/actions.ts";

export function TopicNames({ topics }: { topics: { id: string; name: string }[] }) {
  return (
    <NameList
      title="Topics"
      noun="topic"
      items={topics}
      add={addTopicAction}
      rename={({ id, name }) => renameTopicAction({ topicId: id, name })}
    />
  );
}
