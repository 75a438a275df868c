"use client";

import { lazy, Suspense, useEffect, useState } from "react";

const Toasts = lazy(() => import("./toasts.tsx").then((module) => ({ default: module.Toasts })));
const signsOfLife = ["pointerover", "touchstart", "keydown"];

/** Where toasts appear: call `toast` of sonner. Nobody is told anything before doing something, so it loads only then. */
export function Toaster() {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => {
    const wake = () => setAwake(true);
    for (const sign of signsOfLife) window.addEventListener(sign, wake, { once: true, passive: true });
    return () => {
      for (const sign of signsOfLife) window.removeEventListener(sign, wake);
    };
  }, []);
  return isAwake ? (
    <Suspense>
      <Toasts />
    </Suspense>
  ) : null;
}
