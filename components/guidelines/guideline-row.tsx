"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { dayIn, sayDate } from "#lib/day.ts";
import { removeGuidelineAction, switchGuidelineAction } from "#lib/guidelines/actions.ts";
import type { GuidelineDetails, GuidelineRoom } from "#lib/guidelines/schemas.ts";
import { sayRule, sayScope } from "#lib/guidelines/words.ts";
import { GuidelineDialog } from "./guideline-dialog.tsx";

type GuidelineRowProps = { guideline: GuidelineDetails; room: GuidelineRoom };

/** What was saved here stands at once: a press before the list is read again means that version. */
const newerOf = (listed: GuidelineDetails, saved: GuidelineDetails | null): GuidelineDetails =>
  saved && saved.version > listed.version ? saved : listed;

/** One guideline: what it wants, whose texts it is for, and whether it holds. */
export function GuidelineRow({ guideline: listed, room }: GuidelineRowProps) {
  const [saved, setSaved] = useState<GuidelineDetails | null>(null);
  const guideline = newerOf(listed, saved);
  const [isOpen, setOpen] = useState(false);
  const switching = useCall(switchGuidelineAction);
  const removing = useCall(removeGuidelineAction);
  const { id: guidelineId, name, version, rule, enabledAt, enabledByName, topicNames } = guideline;
  const isOn = enabledAt !== null;
  const since = enabledAt ? sayDate(dayIn(room.timeZone, new Date(enabledAt))) : "";
  return (
    <li className="grid grid-cols-1 gap-x-6 gap-y-3 border-b border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="grid grid-cols-1 gap-1">
        <h3 className="flex flex-wrap items-center gap-x-3 text-xl leading-snug wrap-anywhere">
          {name}
          <Badge tone={isOn ? "accent" : "plain"}>{isOn ? "on" : "off"}</Badge>
        </h3>
        <p className="max-w-measure wrap-anywhere">{sayRule(rule)}</p>
        <p className="text-sm text-quiet">
          {sayScope(guideline, topicNames)}
          {isOn ? ` · on since ${since}${enabledByName ? `, by ${enabledByName}` : ""}` : ""}
        </p>
        <Alert message={switching.message ?? removing.message} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          pending={switching.isPending}
          aria-label={`Switch ${isOn ? "off" : "on"} ${name}`}
          onClick={() =>
            switching.call({ guidelineId, version, isOn: !isOn }, () =>
              toast(isOn ? `${name} is off.` : `${name} is on. It acts at once.`),
            )
          }
        >
          Switch {isOn ? "off" : "on"}
        </Button>
        <Button size="sm" aria-label={`Change ${name}`} onClick={() => setOpen(true)}>
          Change
        </Button>
        {isOn ? null : (
          <Button
            size="sm"
            variant="ghost"
            pending={removing.isPending}
            aria-label={`Remove ${name}`}
            onClick={() => removing.call({ guidelineId }, () => toast(`${name} is removed.`))}
          >
            Remove
          </Button>
        )}
      </div>
      {isOpen ? (
        <GuidelineDialog
          guideline={guideline}
          room={room}
          onSaved={setSaved}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </li>
  );
}
