import Link from "next/link";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { Button } from "#components/ui/button.tsx";

export default function ForbiddenPage() {
  return (
    <PlainPage
      title="This page is not for your role"
      action={
        <Button asChild variant="primary">
          <Link href="/">Go to the feed</Link>
        </Button>
      }
    >
      <p>If it should be, ask an admin of your organization.</p>
    </PlainPage>
  );
}
