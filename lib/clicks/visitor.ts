import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";
import QuickLRU from "quick-lru";
import { limitedAddress } from "#lib/edge-address.ts";

/** Who came, as far as we want to know: the same within a UTC day, and nobody once the day's salt is deleted. */
export type Visitor = {
  /** Of an address and a user agent. */
  id: string;
  /** Of the address alone. It is kept in memory only. */
  place: string;
};

const forgetMs = 60_000;
const known = new QuickLRU<string, Visitor>({ maxSize: 5000 });
let forgetting: NodeJS.Timeout | undefined;
let knownWith: Uint8Array | undefined;
// A key that is made once: from the bare bytes, making it again for each hash would cost ten times as much.
let key: KeyObject = createSecretKey(new Uint8Array(32));
let saltText = "";

/**
 * Remembers visitors for a minute at most, since whoever follows one link may follow the next. All are forgotten at
 * once: what merely expires would stay in memory with its address for as long as nobody asks for it.
 */
export function visitorOf(salt: Uint8Array, address: string, userAgent: string): Visitor {
  if (salt !== knownWith) {
    forget();
    knownWith = salt;
    key = createSecretKey(salt);
    saltText = Buffer.from(salt).toString("base64");
  }
  const who = `${address}\n${userAgent}`;
  const remembered = known.get(who);
  if (remembered) return remembered;
  const place = limitedAddress(address);
  const visitor = { id: hashed(`${place}\n${userAgent}`), place: hash("sha256", `${saltText} ${place}`) };
  known.set(who, visitor);
  forgetting ??= setTimeout(forget, forgetMs).unref();
  return visitor;
}

function forget(): void {
  known.clear();
  clearTimeout(forgetting);
  forgetting = undefined;
}

/** 128 bits, printed as a UUID. */
function hashed(text: string): string {
  const hex = createHmac("sha256", key).update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
