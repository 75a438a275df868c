"use client";

import { PlainPage } from "./plain-page.tsx";

/**
 * What a page becomes when it breaks; the server's log has the rest under the reference. Every page carries it several
 * times (one for each boundary), so it imports as little as it can.
 */
export function FailurePage({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <PlainPage
      title="This page did not load"
      action={
        <button
          type="button"
          onClick={retry}
          className="h-10 rounded-md bg-accent px-4 font-medium text-accent-ink hover:brightness-110"
        >
          Try again
        </button>
      }
    >
      <p>Something went wrong on our side. Nothing you saved is lost.</p>
      {reference ? (
        <p className="text-base">If it keeps happening, tell your admin this reference: {reference}</p>
      ) : null}
    </PlainPage>
  );
}
