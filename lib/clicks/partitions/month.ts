/** A UTC month, as its first day: `2026-11-01`. Months compare as strings do. */
export type Month = string;

/** The UTC month of a moment. */
export const monthOf = (moment: Date): Month => `${moment.toISOString().slice(0, 7)}-01`;

export function addMonths(month: Month, count: number): Month {
  const date = startOf(month);
  date.setUTCMonth(date.getUTCMonth() + count);
  return monthOf(date);
}

export const startOf = (month: Month): Date => new Date(`${month}T00:00:00Z`);

/** `clicks_2026_11` */
export const partitionName = (month: Month): string => `clicks_${month.slice(0, 7).replace("-", "_")}`;

/** The month of a partition's name; null for a name that is none. */
export function monthOfPartition(name: string): Month | null {
  const [, year, month] = /^clicks_(\d{4})_(\d\d)$/.exec(name) ?? [];
  return year && month ? `${year}-${month}-01` : null;
}
