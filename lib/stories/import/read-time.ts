import { localTime } from "#lib/local-time.ts";

const orders = [
  // 2026-12-01, 2026-12-01 09:00, 2026-12-01T09:00:00
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2})?)?$/,
  // 1.12.2026 09:00
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?:,?\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2})?)?$/,
];

/** A wall-clock time as spreadsheets write it; null when it is none, or when it could be two (03/04/2026). */
export function readTime(text: string): string | null {
  for (const order of orders) {
    const found = order.exec(text.trim())?.groups;
    if (!found) continue;
    const two = (part: string | undefined) => (part ?? "0").padStart(2, "0");
    const time = `${found.year}-${two(found.month)}-${two(found.day)}T${two(found.hour)}:${two(found.minute)}`;
    return localTime.safeParse(time).success && exists(time) ? time : null;
  }
  return null;
}

/** The 31st of February is read as a day of March. */
const exists = (time: string): boolean => new Date(`${time}Z`).toISOString().startsWith(time);
