import type { Origin, OriginKind } from "./figures/schemas.ts";
import { nameOrigin } from "./origin-name.ts";

const most = 6;

/** Origins by the names that people know. */
export function listOrigins(
  kind: OriginKind,
  rows: readonly { value: string | null; clicks: number }[],
): Origin[] {
  const clicksOf = new Map<string, number>();
  for (const { value, clicks } of rows) {
    const name = nameOrigin(kind, value);
    clicksOf.set(name, (clicksOf.get(name) ?? 0) + clicks);
  }
  return mostClicked([...clicksOf].map(([name, clicks]) => ({ name, clicks })));
}

/** Lines as a page has room for them: the most clicked first, past six the rest as one. */
export function mostClicked(lines: readonly Origin[]): Origin[] {
  const origins = lines
    .filter(({ clicks }) => clicks > 0)
    .sort((one, other) => other.clicks - one.clicks || one.name.localeCompare(other.name, "en"));
  return origins.length <= most + 1 ? origins : [...origins.slice(0, most), join(origins.slice(most))];
}

const join = (rest: Origin[]): Origin => ({
  name: `${rest.length} others`,
  clicks: rest.reduce((sum, { clicks }) => sum + clicks, 0),
});
