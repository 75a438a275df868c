"use client";

import { type ComponentType, useEffect, useState } from "react";

const signsOfLife = ["pointerover", "touchstart", "keydown"];

/** Where toasts appear: call `toast` of sonner. Nobody is told anything before doing something, so it loads only then. */
export function Toaster() {
  const [Toasts, setToasts] = useState<ComponentType | null>(null);
  useEffect(() => {
    const rest = () => {
      for (const sign of signsOfLife) window.removeEventListener(sign, wake);
    };
    const wake = () => {
      rest();
      import("./toasts.tsx").then(({ Toasts }) => setToasts(() => Toasts), listen);
    };
    // Without a network it does not load: the page stands, and the next sign of life tries again.
    const listen = () => {
      for (const sign of signsOfLife) window.addEventListener(sign, wake, { passive: true });
    };
    listen();
    return rest;
  }, []);
  return Toasts ? <Toasts /> : null;
}
