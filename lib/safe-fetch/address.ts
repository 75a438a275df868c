import { refusals } from "./refusals.ts";

/** Checks what can be seen from the address itself; where its name leads is checked when the connection is made. */
export function parseAddress(address: string, allowedOrigins: readonly string[]): URL {
  const url = URL.parse(address);
  if (!url || !["http:", "https:"].includes(url.protocol)) throw refusals.notAnAddress();
  if (url.username || url.password) throw refusals.credentials();
  if (allowedOrigins.includes(url.origin)) return url;
  if (!["", "80", "443"].includes(url.port)) throw refusals.port();
  return url;
}
