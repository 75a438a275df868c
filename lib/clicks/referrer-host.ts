import QuickLRU from "quick-lru";

// Networks send the same few addresses, most of them without a path.
const known = new QuickLRU<string, string | null>({ maxSize: 2000 });
const lengthRemembered = 200;

/**
 * The host of a Referer header as the network says it: `www.` stays, since what is stored is what was measured. An
 * Android app that names itself counts as its network's site. Null for our own pages, and for what is no address.
 */
export function referrerHost(referer: string | undefined, ownHost: string): string | null {
  if (!referer) return null;
  const host = remember(referer);
  return host === ownHost ? null : host;
}

function remember(referer: string): string | null {
  const remembered = known.get(referer);
  if (remembered !== undefined) return remembered;
  const host = parse(referer);
  if (referer.length <= lengthRemembered) known.set(referer, host);
  return host;
}

function parse(referer: string): string | null {
  const address = URL.parse(referer);
  if (!address || !protocols.has(address.protocol)) return null;
  const host = address.hostname.toLowerCase().replace(/\.$/, "");
  if (!/^[a-z0-9._:[\]-]{1,253}$/.test(host)) return null;
  return address.protocol === "android-app:" ? (sites.get(host) ?? host) : host;
}

const protocols = new Set(["http:", "https:", "android-app:"]);

const sites = new Map([
  ["com.linkedin.android", "www.linkedin.com"],
  ["com.twitter.android", "x.com"],
  ["com.facebook.katana", "www.facebook.com"],
  ["com.instagram.android", "www.instagram.com"],
  ["com.reddit.frontpage", "www.reddit.com"],
  ["com.pinterest", "www.pinterest.com"],
  ["com.slack", "app.slack.com"],
  ["com.microsoft.teams", "teams.microsoft.com"],
  ["com.google.android.gm", "mail.google.com"],
  ["com.google.android.googlequicksearchbox", "www.google.com"],
  ["org.telegram.messenger", "web.telegram.org"],
]);
