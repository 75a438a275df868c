import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { StoryState } from "#lib/stories/schemas.ts";

const sentences: Record<StoryState, [title: string, next: string]> = {
  in_review: ["Nothing waits for review", "Suggestions and submitted drafts arrive here."],
  draft: ["No drafts", "Paste an address, or write a story of your own."],
  changes_requested: ["Nothing was sent back", "Stories that need another look from their author wait here."],
  approved: ["No approved stories yet", "What you approve goes to the feed, at once or at its time."],
  rejected: ["Nothing was rejected", "What you say no to is kept here, with your reason."],
  archived: ["The archive is empty", "Stories that have had their time can be put away here, and restored."],
};

export function DeskEmpty({ tab }: { tab: StoryState }) {
  const [title, next] = sentences[tab];
  return (
    <EmptyState
      title={title}
      action={
        <Button asChild>
          <Link href="/desk/stories/new">Write a story</Link>
        </Button>
      }
    >
      <p>{next}</p>
    </EmptyState>
  );
}
