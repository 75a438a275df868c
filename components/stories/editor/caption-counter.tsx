"use client";

import { cn } from "#lib/cn.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import { useTextLength } from "./use-text-length.ts";

type CaptionCounterProps = { id: string; network: NetworkId | null; text: string };

/** How long a text is as its network counts, with our link; for any network, as the two strictest do. */
export function CaptionCounter({ id, network, text }: CaptionCounterProps) {
  const count = useTextLength();
  const counted: NetworkId[] = network ? [network] : ["x", "linkedin"];
  return (
    <p id={id} className="flex flex-wrap gap-x-4 text-sm leading-5 text-quiet">
      {count
        ? counted.map((each) => {
            const { name, maxLength } = networks[each];
            const length = count(each, text, true);
            return (
              <span key={each} className={cn("tabular", length > maxLength && "font-medium text-danger")}>
                {name}: {length.toLocaleString("en")} of {maxLength.toLocaleString("en")}
                {length > maxLength ? `, ${length - maxLength} too many` : ""}
              </span>
            );
          })
        : null}
    </p>
  );
}
