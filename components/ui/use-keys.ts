"use client";

import { useEffect, useRef } from "react";

/**
 * Runs a handler when its key is pressed, unless somebody is writing, a dialog is open or a modifier is held. A letter with
 * the shift key is `shift j`.
 */
export function useKeys(handlers: Record<string, (() => void) | undefined>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isBusy(event)) return;
      const handler = latest.current[nameOf(event)];
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

const nameOf = ({ key, shiftKey }: KeyboardEvent): string =>
  shiftKey && /^\p{L}$/u.test(key) ? `shift ${key.toLowerCase()}` : key;

function isBusy({ target }: KeyboardEvent): boolean {
  const isWriting =
    target instanceof HTMLElement &&
    target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  return Boolean(isWriting) || document.querySelector("[role=dialog]") !== null;
}
