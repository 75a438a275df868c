import { useSyncExternalStore } from "react";

/** The zone of the member's own clock. The server, which cannot know it, renders with the one that is given. */
export function useTimeZone(onServer: string): string {
  return useSyncExternalStore(never, zoneOfBrowser, () => onServer);
}

export const zoneOfBrowser = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const never = () => () => undefined;
