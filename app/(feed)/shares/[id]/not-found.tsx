import Link from "next/link";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { Button } from "#components/ui/button.tsx";

export default function ShareNotFoundPage() {
  return (
    <PlainPage
      title="This share is not here"
      action={
        <Button asChild variant="primary">
          <Link href="/me#shares">See what you shared</Link>
        </Button>
      }
    >
      <p>You can look at your own shares only, and nobody else can look at yours.</p>
    </PlainPage>
  );
}
