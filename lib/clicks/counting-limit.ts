import QuickLRU from "quick-lru";
import { hourOf } from "./counted-hits.ts";

/** Visitors from one place whose clicks on one link count within an hour. */
export const visitorsFromOnePlace = 20;
const placesRemembered = 20_000;

type Hour = { hour: number; visitors: Set<string> };

/**
 * Says of each hit that could count whether it is past the limit. A visitor is an address and a user agent, so a script
 * that changes its user agent with every hit is a new visitor each time: of those from one address, the first twenty on a
 * link in an hour count. Behind one address there may also be an office, or a city's phones. Colleagues with the same
 * browser were one visitor already, so twenty is an office of hundreds; and twenty clicks earn no more than a share
 * may earn. Whoever counted goes on as before: within the hour nothing of theirs counts twice.
 *
 * It keeps no address, only hashes, in bounded memory and for each process: n processes let n times as many count.
 */
export function openCountingLimit(): (
  hit: { linkId: string; clickedAt: Date },
  visitor: { id: string; place: string },
) => boolean {
  const places = new QuickLRU<string, Hour>({ maxSize: placesRemembered });

  return function isPastLimit({ linkId, clickedAt }, { id, place }) {
    const hour = hourOf(clickedAt).getTime();
    const key = `${linkId} ${place}`;
    const known = places.get(key);
    if (known?.hour !== hour) {
      places.set(key, { hour, visitors: new Set([id]) });
      return false;
    }
    if (known.visitors.has(id)) return false;
    if (known.visitors.size >= visitorsFromOnePlace) return true;
    known.visitors.add(id);
    return false;
  };
}
