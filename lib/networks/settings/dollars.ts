export const microsPerDollar = 1_000_000;
const mostDollars = 1_000_000;

/** Millionths of a US dollar from "25", "12.5", "12.50" or "$ 25"; undefined for anything else. */
export function parseDollars(text: string): number | undefined {
  const [, whole, cents = ""] = /^(?:\$|US\$|USD)?\s*(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined || Number(`${whole}.${cents || 0}`) > mostDollars) return undefined;
  return Number(whole) * microsPerDollar + Number(cents.padEnd(2, "0")) * 10_000;
}

const wholeCents = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const partsOfCents = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  minimumFractionDigits: 2,
  maximumFractionDigits: 3,
});

/** "$8.40"; a price of less than a cent keeps its third digit, "$0.005". */
export const sayDollars = (micros: number): string =>
  (micros % 10_000 === 0 ? wholeCents : partsOfCents).format(micros / microsPerDollar);

/** What stands in the field that it was typed into: "25", "12.50". */
export const typeDollars = (micros: number | null): string =>
  micros === null ? "" : (micros / microsPerDollar).toFixed(micros % microsPerDollar === 0 ? 0 : 2);
