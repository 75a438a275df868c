import { useEffect, useState } from "react";
import type { NetworkLimits } from "#lib/networks/account.ts";
import type { Network } from "#lib/networks/network.ts";

type Counter = typeof import("#lib/networks/text-length.ts");

// Asked for as soon as the composer's code arrives: X's way of counting is most of what the composer weighs.
const counting = import("#lib/networks/text-length.ts");

export type TextCheck = { isReady: boolean; length: number; over: number; most: number };

/** How long the post is as the network counts, with that link, once the counter is there. */
export function useTextCheck(
  { id, maxLength }: Network,
  text: string,
  link: string | true,
  limits: NetworkLimits | null = null,
): TextCheck {
  const [counter, setCounter] = useState<Counter | null>(null);
  useEffect(() => {
    void counting.then((loaded) => setCounter(loaded));
  }, []);
  if (!counter) return { isReady: false, length: 0, over: 0, most: maxLength };
  const length = counter.countLength(id, text, link, limits);
  const most = counter.longestPost(id, limits);
  return { isReady: true, length, over: length - most, most };
}
