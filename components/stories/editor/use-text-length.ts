"use client";

import { useEffect, useState } from "react";

type TextLength = typeof import("#lib/networks/text-length.ts");

/** The networks' own way of counting, once it has arrived: it is heavy and comes after the page. */
export function useTextLength(): TextLength["countLength"] | null {
  const [count, setCount] = useState<TextLength["countLength"] | null>(null);
  useEffect(() => {
    let isHere = true;
    import("#lib/networks/text-length.ts").then(
      (module) => isHere && setCount(() => module.countLength),
      // Without it there is no counter; the server counts again when the story is submitted.
      () => {},
    );
    return () => {
      isHere = false;
    };
  }, []);
  return count;
}
