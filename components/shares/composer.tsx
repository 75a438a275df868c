"use client";

import { Suspense, use } from "react";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { OpenComposer } from "./open-composer.tsx";
import type { Opened } from "./open-composition.ts";

type ComposerProps = {
  title: string;
  opening: Promise<Opened>;
  onAgain: () => void;
  onClose: () => void;
};

/** The one sheet on which a share is written and handed over. */
export function Composer({ title, opening, onAgain, onClose }: ComposerProps) {
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="max-w-4xl max-sm:inset-0 max-sm:max-h-none max-sm:w-full max-sm:max-w-none max-sm:translate-0 max-sm:content-start max-sm:rounded-none max-sm:border-0 max-sm:p-4">
        <DialogHeader>
          <DialogTitle className="text-xl sm:text-2xl">Share in your own words</DialogTitle>
          <DialogDescription className="line-clamp-1">{title}</DialogDescription>
        </DialogHeader>
        <Suspense fallback={<ComposerSkeleton />}>
          <ComposerBody opening={opening} onAgain={onAgain} onClose={onClose} />
        </Suspense>
      </DialogContent>
    </Dialog>
  );
}

type BodyProps = Omit<ComposerProps, "title">;

function ComposerBody({ opening, onAgain, onClose }: BodyProps) {
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
    <div role="alert" className="grid justify-items-start gap-4">
      <p>{result.message}</p>
      <Button onClick={onAgain}>Try again</Button>
    </div>
  );
}

function ComposerSkeleton() {
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <p role="status" className="sr-only">
        Getting your link ready
      </p>
      <Skeleton className="h-80" />
      <Skeleton className="hidden h-80 md:block" />
    </div>
  );
}
