"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Network } from "#lib/networks/network.ts";
import type { Composition } from "#lib/shares/composition/schemas.ts";
import { bestSlotQuery } from "#lib/shares/schedule/query-options.ts";
import { CheckLine } from "./check-line.tsx";
import { zoneOfBrowser } from "./use-time-zone.ts";

type StaggerLineProps = {
  composition: Composition;
  network: Network;
  /** Has Herald post it at the next free slot; null where the member posts by hand. */
  onSchedule: (() => void) | null;
};

/** Where many colleagues have just posted the story: a time at which more people would see it. */
export function StaggerLine({ composition, network, onSchedule }: StaggerLineProps) {
  const { story, organization, stagger } = composition;
  const colleagues = stagger.colleagues[network.id] ?? 0;
  const [timeZone] = useState(zoneOfBrowser);
  const place = { storyId: story.id, network: network.id, timeZone };
  const { data: slot } = useQuery({ ...bestSlotQuery(organization.id, place), enabled: colleagues > 0 });
  if (colleagues === 0) return null;
  const who = colleagues === 1 ? "A colleague" : `${colleagues} colleagues`;
  return (
    <CheckLine state="note">
      {who} posted this within {sayMinutes(stagger.minutes)}.
      {slot ? ` More people see yours ${slot.when}. ` : null}
      {slot && onSchedule ? (
        <button
          type="button"
          className="font-medium text-accent underline underline-offset-4"
          onClick={onSchedule}
        >
          Schedule it for then
        </button>
      ) : null}
    </CheckLine>
  );
}

const sayMinutes = (minutes: number): string => {
  if (minutes === 60) return "the last hour";
  return minutes % 60 === 0 ? `the last ${minutes / 60} hours` : `the last ${minutes} minutes`;
};
