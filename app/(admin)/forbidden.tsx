import Link from "next/link";
import { PlainPage } from "#components/layout/plain-page.tsx";
import { Button } from "#components/ui/button.tsx";

export default function ForbiddenPage() {
  return (
    <PlainPage
      title="This room is for admins"
      action={
        <Button asChild variant="primary">
          <Link href="/">Go to the feed</Link>
        </Button>
      }
    >
      <p>Your role does not open these pages. If it should, ask an admin of your organization.</p>
    </PlainPage>
  );
}
