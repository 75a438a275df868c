"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import { KeyHint } from "#components/ui/key-hint.tsx";
import { useKeys } from "#components/ui/use-keys.ts";
import type { DeskQueue } from "#lib/stories/desk/schemas.ts";
import { deskAddress } from "./addresses.ts";
import { useTurn } from "./turn.tsx";

const keys: [key: string, does: string][] = [
  ["j", "next story"],
  ["k", "story before"],
  ["a", "approve"],
  ["r", "ask for changes"],
  ["x", "reject"],
  ["s", "submit for review"],
  ["e", "edit"],
  ["n", "new story"],
  ["?", "this help"],
];

/** Moves through the queue, and says which keys there are. */
export function DeskKeys({ queue, openId }: { queue: DeskQueue; openId: string | undefined }) {
  const router = useRouter();
  const { turnTo } = useTurn();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const move = (step: number) => {
    const index = queue.stories.findIndex((story) => story.id === openId);
    const story = queue.stories[index === -1 ? 0 : index + step];
    if (story) turnTo(deskAddress(queue.tab, story.id));
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    n: () => router.push("/desk/stories/new"),
    "?": () => setHelpOpen(true),
  });

  return (
    <Dialog open={isHelpOpen} onOpenChange={setHelpOpen}>
      <DialogTrigger asChild>
        <Button variant="ghost" className="hidden pointer-fine:inline-flex" aria-keyshortcuts="?">
          Keys
          <KeyHint>?</KeyHint>
        </Button>
      </DialogTrigger>
      <DialogContent className="max-w-sm">
        <DialogHeader>
          <DialogTitle>Keys of the desk</DialogTitle>
          <DialogDescription>They work whenever you are not writing.</DialogDescription>
        </DialogHeader>
        <dl className="grid grid-cols-[3rem_1fr] gap-y-2">
          {keys.map(([key, does]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded-sm border border-edge px-1.5 py-0.5 font-sans text-sm">{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  );
}
