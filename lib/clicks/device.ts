export type Device = "desktop" | "phone" | "tablet" | "other";

/**
 * What kind of thing a user agent says it is; null when it does not say. An iPad asks for the desktop's pages and calls
 * itself a Mac, so it counts as one.
 */
export function deviceOf(userAgent: string): Device | null {
  return kinds.find(([, looks]) => looks.test(userAgent))?.[0] ?? null;
}

/** The first that fits: a television calls itself Linux, and a phone Linux and Android. */
const kinds: [Device, RegExp][] = [
  ["other", /\bTV\b|SmartTV|GoogleTV|AppleTV|CrKey|Roku|Xbox|PlayStation|Nintendo|OculusBrowser|\bVR\b/i],
  ["phone", /iPhone|iPod|Windows Phone|Android.*\bMobile\b/],
  ["tablet", /iPad|Tablet(?! PC)|PlayBook|Kindle|Silk\/|Android/],
  ["phone", /\bMobi/],
  ["desktop", /Windows NT|Macintosh|X11|CrOS|Linux/],
];
