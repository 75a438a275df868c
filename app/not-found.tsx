import Link from "next/link";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { Button } from "#components/ui/button.tsx";

export default function NotFoundPage() {
  return (
    <main>
      <PlainPage
        title="There is nothing at this address"
        action={
          <Button asChild variant="primary">
            <Link href="/">Go to the feed</Link>
          </Button>
        }
      >
        <p>It may have been moved or removed, or the address has a slip in it.</p>
      </PlainPage>
    </main>
  );
}
