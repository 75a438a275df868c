"use client";

import { type RefObject, Suspense, use } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent } from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { ComposerHeader, writingHeading } from "./composer-header.tsx";
import { OpenComposer } from "./open-composer.tsx";
import type { Opened } from "./open-composition.ts";

type ComposerProps = {
  title: string;
  opening: Promise<Opened>;
  /** What opened the sheet, and has the focus again when it closes. */
  returnTo: RefObject<HTMLElement | null>;
  onAgain: () => void;
  onClose: () => void;
};

/** The one sheet on which a share is written and handed over. */
export function Composer({ title, opening, returnTo, onAgain, onClose }: ComposerProps) {
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        onOpenAutoFocus={focusSheet}
        onPointerDownOutside={keepNarrow}
        onCloseAutoFocus={() => returnTo.current?.focus()}
        className="max-w-4xl has-data-narrow:max-w-lg max-sm:inset-0 max-sm:max-h-none max-sm:w-full max-sm:max-w-none max-sm:translate-0 max-sm:content-start max-sm:rounded-none max-sm:border-0 max-sm:p-4 max-sm:has-data-narrow:top-auto max-sm:has-data-narrow:rounded-t-xl max-sm:has-data-narrow:border-t"
      >
        <Suspense fallback={<ComposerSkeleton title={title} />}>
          <ComposerBody title={title} opening={opening} onAgain={onAgain} onClose={onClose} />
        </Suspense>
      </DialogContent>
    </Dialog>
  );
}

/** The sheet gets smaller once the words are on their way: the second half of a double click must not close it. */
function keepNarrow(event: Event): void {
  if (document.querySelector("[data-narrow]")) event.preventDefault();
}

/** The sheet itself, not its close button, which would be the first thing read out. */
function focusSheet(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}

function ComposerBody({ title, opening, onAgain, onClose }: Omit<ComposerProps, "returnTo">) {
  const { draft, result } = use(opening);
  if (result.ok)
    return (
      <OpenComposer
        key={draft.requestId}
        composition={result.data}
        draft={draft}
        onAgain={onAgain}
        onClose={onClose}
      />
    );
  return (
    <>
      <ComposerHeader heading={writingHeading} title={title} />
      <p role="alert">{result.message}</p>
      <Button className="justify-self-start" onClick={onAgain}>
        Try again
      </Button>
    </>
  );
}

function ComposerSkeleton({ title }: { title: string }) {
  return (
    <>
      <ComposerHeader heading={writingHeading} title={title} />
      <p role="status" className="sr-only">
        Getting your link ready
      </p>
      <Skeleton className="h-10" />
      <div className="grid gap-8 md:grid-cols-2">
        <Skeleton className="h-72" />
        <Skeleton className="h-72 max-md:hidden" />
      </div>
      <Skeleton className="h-10" />
    </>
  );
}
