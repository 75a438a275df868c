"use client";

import { MoreHorizontal } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Source, SourceChoices } from "#lib/sources/schemas.ts";
import { EditSource } from "./edit-source.tsx";
import { sayHealth } from "./say-health.ts";
import { useSourceActs } from "./use-source-acts.ts";

type SourceRowProps = {
  source: Source;
  choices: SourceChoices;
  chosenId: string | undefined;
  now: Date;
  timeZone: string;
};

export function SourceRow({ source, choices, chosenId, now, timeZone }: SourceRowProps) {
  const [isOpen, setOpen] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const acts = useSourceActs(source);
  const panel = `acts-${source.id}`;
  return (
    <li className="grid grid-cols-1 gap-1 py-3">
      <div className="flex items-start justify-between gap-2">
        <Link
          href={`/desk/sources?source=${source.id}`}
          aria-current={source.id === chosenId ? "true" : undefined}
          className="min-w-0 pt-1 font-medium wrap-anywhere hover:text-accent aria-[current]:text-accent"
        >
          {source.name}
          {source.waiting > 0 ? (
            <span className="tabular ml-2 font-normal text-quiet">{source.waiting} waiting</span>
          ) : null}
        </Link>
        <Button
          variant="ghost"
          size="icon"
          className="-mt-1 size-9"
          aria-label={`What can be done with ${source.name}`}
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={() => setOpen(!isOpen)}
        >
          <MoreHorizontal aria-hidden />
        </Button>
      </div>
      <p className="text-sm leading-5 text-quiet wrap-anywhere">{sayHealth(source, now, timeZone)}</p>
      <p className="flex flex-wrap gap-1.5 empty:hidden">
        {source.isPaused ? <Badge>Paused</Badge> : null}
        {source.failures > 0 && !source.isPaused ? <Badge tone="danger">Not answering well</Badge> : null}
        {source.mode !== "propose" ? (
          <Badge tone="accent">
            {source.mode === "draft" ? "Drafts" : "Approves"} by itself, up to {source.dailyCap} a day
          </Badge>
        ) : null}
      </p>
      {isOpen ? (
        <div id={panel} className="grid gap-2 pt-1">
          <p className="text-sm leading-5 break-all text-quiet">{source.feedUrl}</p>
          <div className="-ml-3 flex flex-wrap">
            <Button
              size="sm"
              variant="ghost"
              pending={acts.busy === "poll"}
              disabled={acts.busy !== null}
              onClick={() => void acts.poll()}
            >
              Ask now
            </Button>
            <Button size="sm" variant="ghost" disabled={acts.busy !== null} onClick={() => setEditing(true)}>
              Edit
            </Button>
            <Button
              size="sm"
              variant="ghost"
              disabled={acts.busy !== null}
              onClick={() => void acts.togglePause()}
            >
              {source.isPaused ? "Resume" : "Pause"}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              className="text-danger"
              disabled={acts.busy !== null}
              onClick={() => void acts.remove()}
            >
              Remove
            </Button>
          </div>
        </div>
      ) : null}
      {isEditing ? <EditSource source={source} choices={choices} onClose={() => setEditing(false)} /> : null}
    </li>
  );
}
