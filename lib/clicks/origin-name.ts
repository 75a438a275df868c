import type { OriginKind } from "./figures/schemas.ts";

/** What people call the place that a click came from; null is what our log has when nothing was sent. */
export function nameOrigin(kind: OriginKind, value: string | null): string {
  return value ? namers[kind](value) : unknown[kind];
}

const unknown = { referrer: "Direct or unknown", device: "Unknown", country: "Unknown" };

const namers: Record<OriginKind, (value: string) => string> = {
  referrer: nameReferrer,
  device: (device) => devices[device] ?? unknown.device,
  country: nameCountry,
};

const devices: Record<string, string> = {
  desktop: "Desktop",
  phone: "Phone",
  tablet: "Tablet",
  other: "Other devices",
};

// A host stands for those below it, and the first that fits is taken: a webmail before the search page it lies under.
const places: [name: string, ...hosts: string[]][] = [
  ["LinkedIn", "linkedin.com", "lnkd.in"],
  ["X", "x.com", "twitter.com", "t.co"],
  ["Facebook", "facebook.com", "fb.com"],
  ["Instagram", "instagram.com"],
  ["Threads", "threads.net", "threads.com"],
  ["Bluesky", "bsky.app"],
  ["Reddit", "reddit.com", "redd.it"],
  ["Pinterest", "pinterest.com"],
  ["YouTube", "youtube.com", "youtu.be"],
  ["WhatsApp", "whatsapp.com", "com.whatsapp"],
  ["Telegram", "t.me", "telegram.org"],
  ["Slack", "slack.com"],
  ["Teams", "teams.microsoft.com", "teams.cloud.microsoft", "teams.live.com"],
  [
    "Outlook",
    "outlook.com",
    "outlook.live.com",
    "outlook.office.com",
    "outlook.office365.com",
    "outlook.cloud.microsoft",
  ],
  ["Gmail", "mail.google.com"],
  ["Google", "google.com"],
  ["Bing", "bing.com"],
  ["DuckDuckGo", "duckduckgo.com"],
  ["Hacker News", "news.ycombinator.com"],
];

function nameReferrer(host: string): string {
  const place = places.find(([, ...hosts]) =>
    hosts.some((known) => host === known || host.endsWith(`.${known}`)),
  );
  if (place) return place[0];
  if (/^(www\.)?google\.(com?\.)?[a-z]{2}$/.test(host)) return "Google";
  return host.replace(/^www\./, "");
}

const regions = new Intl.DisplayNames("en-GB", { type: "region", fallback: "none" });

/** Proxies also send letters that are no country, such as XX for unknown and T1 for Tor. */
function nameCountry(code: string): string {
  const name = /^[A-Z]{2}$/.test(code) && code !== "XX" && code !== "ZZ" ? regions.of(code) : undefined;
  return name ?? unknown.country;
}
