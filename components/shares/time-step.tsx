"use client";

import { useState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { NetworkId } from "#lib/networks/network.ts";
import { type ChosenTime, TimeFields } from "./time-fields.tsx";
import { zoneOfBrowser } from "./use-time-zone.ts";

/** What the schedule's actions take: null is the best slot. */
export type Time = { at: string | null; timeZone: string };

type TimeStepProps = {
  organizationId: string;
  storyId: string;
  network: NetworkId;
  /** The time that is set, for one that is moved. */
  local?: string;
  /** What pressing it does: "Schedule", "Move it". */
  act: string;
  isPending: boolean;
  problem: string | null;
  onChoose: (time: Time) => void;
  onBack: () => void;
};

/** Asks for a time: the best slot, or one's own. */
export function TimeStep({ local = "", act, isPending, problem, onChoose, onBack, ...share }: TimeStepProps) {
  const [timeZone] = useState(zoneOfBrowser);
  const [value, setValue] = useState<ChosenTime>({ isBest: local === "", local });
  const isMissing = !value.isBest && value.local === "";
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMissing) onChoose({ at: value.isBest ? null : value.local, timeZone });
      }}
    >
      <TimeFields {...share} timeZone={timeZone} value={value} onChange={setValue} />
      <Alert message={problem} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onBack}>Back</Button>
        <Button type="submit" variant="primary" pending={isPending} disabled={isMissing}>
          {act}
        </Button>
      </div>
    </form>
  );
}
