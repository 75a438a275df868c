"use client";

import { useEffect } from "react";
import { sendOutside } from "./send-outside.ts";

/** Notes which version somebody was really shown: a scanner of mails opens links, too, but runs nothing. */
export function OutsideLook({ token, version }: { token: string; version: number }) {
  useEffect(() => {
    void sendOutside(token, { act: "look", version });
  }, [token, version]);
  return null;
}
