import { z } from "zod";

/** An IANA name, such as `Europe/Amsterdam`. */
export const timeZoneName = z.string().refine(isTimeZone, "Choose a time zone from the list.");

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== undefined;
  } catch {
    return false;
  }
}
