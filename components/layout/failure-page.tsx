"use client";

import { Button } from "#components/ui/button.tsx";
import { PlainPage } from "./plain-page.tsx";

/** What a page becomes when it breaks; the server's log has the rest under the reference. */
export function FailurePage({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <PlainPage
      title="This page did not load"
      action={
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
      }
    >
      <p>Something went wrong on our side. Nothing you saved is lost.</p>
      {reference ? (
        <p className="text-base">If it keeps happening, tell your admin this reference: {reference}</p>
      ) : null}
    </PlainPage>
  );
}
