export type Utm = { utmSource: string; utmMedium: string; utmCampaign: string };

/**
 * The story's address with the organization's UTM parameters. Text is added and nothing else is touched: parsing and
 * printing an address again would re-encode what somebody's server may compare byte by byte. A parameter that the
 * address already has is kept as it is.
 */
export function withUtm(address: string, utm: Utm): string {
  const [, base = "", query, fragment = ""] = address.match(/^([^?#]*)(?:\?([^#]*))?(#[\s\S]*)?$/) ?? [];
  const present = namesIn(query ?? "");
  const added = [
    ["utm_source", utm.utmSource],
    ["utm_medium", utm.utmMedium],
    ["utm_campaign", utm.utmCampaign],
  ]
    .filter(([name = "", value]) => value && !present.has(name))
    .map(([name, value = ""]) => `${name}=${encodeURIComponent(value)}`);

  if (added.length === 0) return address;
  const joint = query && !query.endsWith("&") ? "&" : "";
  return `${base}?${query ?? ""}${joint}${added.join("&")}${fragment}`;
}

const namesIn = (query: string): Set<string> =>
  new Set([...new URLSearchParams(query).keys()].map((name) => name.toLowerCase()));

/** The address as an HTTP header can carry it: letters beyond ASCII encoded, what is encoded already left alone. */
export const asLocation = (address: string): string =>
  address.toWellFormed().replace(/[^\x21-\x7e]/gu, (letter) => encodeURIComponent(letter));
