const monthDays = 30;
/** A pace from fewer days would be a guess. */
const leastDays = 7;

type Paced = {
  /** In the last thirty days. */
  shares: number;
  /** How many of those days there were since the first share of all. */
  days: number;
  priceMicros: number;
};

/** How many shares a month of thirty days brings at the pace of the last thirty, and what they would cost through the API. */
export function projectMonth({ shares, days, priceMicros }: Paced): { shares: number; costMicros: number } {
  const seen = Math.min(Math.max(Math.ceil(days), leastDays), monthDays);
  const projected = Math.round((shares * monthDays) / seen);
  return { shares: projected, costMicros: projected * priceMicros };
}
