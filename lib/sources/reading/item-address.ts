const longest = 2_000;

/** A reference of a feed as a web address that a story may hold; null for anything else, such as `javascript:`. */
export function toWebAddress(reference: string | undefined, base: string | null): string | null {
  const text = reference?.trim();
  if (!text) return null;
  const url = URL.parse(text, base ?? undefined);
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password) return null;
  return url.href.length <= longest ? url.href : null;
}

/** What relative references of a feed, or of one of its items, are relative to. */
export function baseOf(references: (string | undefined)[], address: string): string {
  return references.reduce<string>((base, next) => toWebAddress(next, base) ?? base, address);
}
