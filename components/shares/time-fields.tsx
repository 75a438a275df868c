"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { Input } from "#components/ui/input.tsx";
import { toLocalTime, toMoment } from "#lib/local-time.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import { bestSlotQuery } from "#lib/shares/schedule/query-options.ts";
import { sayZone } from "#lib/time-zone-name.ts";

/** When a share is to leave: what clocks show then, or the best slot, which Herald finds. */
export type ChosenTime = { isBest: boolean; local: string };

type TimeFieldsProps = {
  organizationId: string;
  storyId: string;
  network: NetworkId;
  timeZone: string;
  value: ChosenTime;
  onChange: (value: ChosenTime) => void;
};

/** The best slot, or a time of one's own, on the member's own clock. */
export function TimeFields({ organizationId, storyId, network, timeZone, value, onChange }: TimeFieldsProps) {
  const name = useId();
  const { data: best, isPending } = useQuery(bestSlotQuery(organizationId, { storyId, network, timeZone }));
  const hasNone = best === null;
  const isBest = value.isBest && !hasNone;
  return (
    <fieldset className="grid gap-4">
      <legend className="sr-only">When</legend>
      <Choice
        name={name}
        isChosen={isBest}
        isDisabled={hasNone}
        onChoose={() => onChange({ ...value, isBest: true })}
        label={<>Best slot{best ? <span className="font-normal">: {best.when}</span> : null}</>}
        hint={
          hasNone
            ? "The story ends before there is one."
            : isPending
              ? "Looking for a quiet moment…"
              : `In working hours, when no colleague posts this story to ${networks[network].name}.`
        }
      />
      <Choice
        name={name}
        isChosen={!isBest}
        onChoose={() => onChange({ ...value, isBest: false })}
        label="Another time"
      >
        <Input
          type="datetime-local"
          aria-label="Date and time"
          value={value.local}
          min={toLocalTime(new Date(), timeZone)}
          onFocus={() => onChange({ ...value, isBest: false })}
          onChange={(event) => onChange({ isBest: false, local: event.target.value })}
          className="mt-1.5 w-60"
        />
      </Choice>
      <p role="status" className="text-sm text-quiet">
        {sayClock(isBest ? "" : value.local, timeZone)}
      </p>
    </fieldset>
  );
}

type ChoiceProps = {
  name: string;
  isChosen: boolean;
  isDisabled?: boolean;
  onChoose: () => void;
  label: ReactNode;
  hint?: string;
  children?: ReactNode;
};

function Choice({ name, isChosen, isDisabled, onChoose, label, hint, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3">
      <input
        id={id}
        type="radio"
        name={name}
        checked={isChosen}
        disabled={isDisabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={onChoose}
        className="mt-1 size-4 accent-accent"
      />
      <div className="grid justify-items-start">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-sm text-quiet">
            {hint}
          </p>
        ) : null}
        {children}
      </div>
    </div>
  );
}

/** Whose clock is meant; and, for an hour that is left out in spring, what it comes to. */
function sayClock(local: string, timeZone: string): string {
  const moment = local ? toMoment(local, timeZone) : new Date();
  const shown = toLocalTime(moment, timeZone);
  const zone = `On the clocks of ${sayZone(timeZone, moment)}.`;
  return local && shown !== local
    ? `${zone} They go forward that night: it goes out at ${shown.slice(11)}.`
    : zone;
}
