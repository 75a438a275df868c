import { sayDay } from "#lib/calendar.ts";
import type { ConnectionInfo } from "#lib/connections/schemas.ts";

/** A word or two for the badge. */
export function sayState({ state, endsAt }: ConnectionInfo, now: Date, timeZone: string): string {
  if (state === "expiring" && endsAt) return `Until ${sayDay(endsAt, now, timeZone)}`;
  return states[state];
}

const states: Record<ConnectionInfo["state"], string> = {
  ok: "Connected",
  expiring: "Ends soon",
  expired: "Expired",
  revoked: "Taken back",
  scope_missing: "Not enough allowed",
};

const soonMs = 61 * 86_400_000;

/** Since when an account that holds is connected, and until when: an end that is far may well move before it comes. */
export function saySpan({ connectedAt, endsAt }: ConnectionInfo, now: Date, timeZone: string): string {
  const since = `Connected since ${sayDay(connectedAt, now, timeZone)}`;
  if (!endsAt || endsAt.getTime() - now.getTime() > soonMs) return `${since}.`;
  return `${since}, until ${sayDay(endsAt, now, timeZone)}.`;
}

/** What a state means for the member; nothing where all is well. */
export function sayTrouble({ state, networkName, isSimulated }: ConnectionInfo): string | null {
  switch (state) {
    case "ok":
      return null;
    case "expiring":
      return `${networkName} asks for your consent again then. Connect again before, and nothing stops.`;
    case "expired":
      return isSimulated
        ? "Its time is over. Connect again to go on."
        : `The time that ${networkName} gave is over, as it is every now and then. Connect again to go on.`;
    case "revoked":
      return `${networkName} says that your consent was taken back. Connect again if you want to go on.`;
    case "scope_missing":
      return `What you allowed is not enough to publish. Connect again and leave everything allowed.`;
  }
}

/** "Herald may publish the posts that you send, see your name and read the figures of your posts." */
export function sayPermissions(permissions: string[]): string {
  const list = new Intl.ListFormat("en-GB", { type: "conjunction" }).format(permissions);
  return `Herald may ${list}.`.replaceAll("e-mail", `e-${wordJoiner}mail`);
}

/** Not seen: a line does not break there. */
const wordJoiner = "\u2060";
