/** What a proxy's header says of where a reader is; null when it does not know (`XX`) or it is Tor's network (`T1`). */
export function countryOf(header: string | string[] | undefined): string | null {
  if (typeof header !== "string" || !/^[a-z]{2}$/i.test(header)) return null;
  const country = header.toUpperCase();
  return country === "XX" ? null : country;
}
