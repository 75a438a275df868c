import type { Place } from "./guideline.ts";

/** Where a text holds an address that is this one, or lies under it. Case of the host, `www.` and the scheme make no difference. */
export function addressesTo(text: string, wanted: string): Place[] {
  const target = readAddress(wanted);
  if (!target) return [];
  const found: Place[] = [];
  for (const match of text.matchAll(/(?:https?:\/\/|www\.)[^\s<>"]{1,2000}/giu)) {
    const written = match[0].replace(/[.,;:!?'"’”»…)\]]{1,20}$/u, "");
    const address = readAddress(written);
    if (address && lies(address, target))
      found.push({ start: match.index, end: match.index + written.length });
    if (found.length >= 20) break;
  }
  return found;
}

type Address = { host: string; path: string; search: string };

function readAddress(written: string): Address | null {
  const url = URL.parse(/^https?:\/\//i.test(written) ? written : `https://${written}`);
  if (!url) return null;
  return { host: url.host.replace(/^www\./, ""), path: url.pathname.replace(/\/+$/, ""), search: url.search };
}

const lies = (address: Address, target: Address): boolean =>
  address.host === target.host &&
  (address.path === target.path || address.path.startsWith(`${target.path}/`)) &&
  (target.search === "" || address.search === target.search);
