import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export function FeedEmpty({ isFiltered, isForYou }: { isFiltered: boolean; isForYou: boolean }) {
  if (isFiltered)
    return (
      <EmptyState
        title="No live story fits that"
        action={
          <Button asChild>
            <Link href="/">Show all stories</Link>
          </Button>
        }
      >
        Try fewer words or another topic.
      </EmptyState>
    );
  if (isForYou)
    return (
      <EmptyState
        title="Nothing from the topics you follow"
        action={
          <Button asChild>
            <Link href="/?view=all">Show everything</Link>
          </Button>
        }
      >
        There may be stories on other topics.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Nothing to share just now"
      action={
        <Button asChild variant="primary">
          <Link href="/suggest">Suggest a story</Link>
        </Button>
      }
    >
      New stories appear here as soon as your comms team publishes them. You may have read something worth
      passing on.
    </EmptyState>
  );
}
