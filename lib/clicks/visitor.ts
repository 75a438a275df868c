import { createHmac } from "node:crypto";
import QuickLRU from "quick-lru";
import { limitedAddress } from "#lib/edge-address.ts";

/** Who came, as far as we want to know: the same within a UTC day, and nobody once the day's salt is deleted. */
export type Visitor = {
  /** Of an address and a user agent. */
  id: string;
  /** Of the address alone. It is kept in memory only. */
  place: string;
};

const minute = 60_000;
const known = new QuickLRU<string, Visitor>({ maxSize: 5000, maxAge: minute });
let knownWith: Uint8Array | undefined;

/** Remembers the visitors of the last minute: whoever follows one link may follow the next. */
export function visitorOf(salt: Uint8Array, address: string, userAgent: string): Visitor {
  if (salt !== knownWith) {
    known.clear();
    knownWith = salt;
  }
  const key = `${address}\n${userAgent}`;
  const remembered = known.get(key);
  if (remembered) return remembered;
  const place = limitedAddress(address);
  const visitor = { id: hashed(salt, `${place}\n${userAgent}`), place: hashed(salt, place) };
  known.set(key, visitor);
  return visitor;
}

/** 128 bits, printed as a UUID. */
function hashed(salt: Uint8Array, text: string): string {
  const hex = createHmac("sha256", salt).update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
