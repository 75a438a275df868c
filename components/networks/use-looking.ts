"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const pauseMs = 1500;
const mostLooks = 14;

/** Reads the page anew every now and then for a while, until what was begun is over. */
export function useLooking(isOver: boolean) {
  const router = useRouter();
  const [looks, setLooks] = useState(0);
  // What is over now was not begun when the first look was taken.
  const isLooking = looks === mostLooks || (looks > 0 && !isOver);

  useEffect(() => {
    if (!isLooking) return;
    router.refresh();
    const timer = setTimeout(() => setLooks(looks - 1), pauseMs);
    return () => clearTimeout(timer);
  }, [isLooking, looks, router]);

  return { isLooking, look: () => setLooks(mostLooks) };
}
