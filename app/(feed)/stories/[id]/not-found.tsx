import Link from "next/link";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { Button } from "#components/ui/button.tsx";

export default function StoryNotFoundPage() {
  return (
    <PlainPage
      title="This story is not here"
      action={
        <Button asChild variant="primary">
          <Link href="/">Go to the feed</Link>
        </Button>
      }
    >
      <p>It may have ended, been taken back, or be meant for another team.</p>
    </PlainPage>
  );
}
