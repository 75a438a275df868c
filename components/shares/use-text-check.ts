import { useEffect, useState } from "react";
import type { Network } from "#lib/networks/network.ts";

type Counter = typeof import("#lib/networks/text-length.ts");

// Asked for as soon as the composer's code arrives: X's way of counting is most of what the composer weighs.
const counting = import("#lib/networks/text-length.ts");

export type TextCheck = { isReady: boolean; length: number; over: number };

/** How long the post is as the network counts, once the counter is there. */
export function useTextCheck(network: Network, text: string): TextCheck {
  const [counter, setCounter] = useState<Counter | null>(null);
  useEffect(() => {
    void counting.then((loaded) => setCounter(loaded));
  }, []);
  if (!counter) return { isReady: false, length: 0, over: 0 };
  const length = counter.countLength(network.id, text, true);
  return { isReady: true, length, over: length - network.maxLength };
}
