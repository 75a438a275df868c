import { DomainError } from "#lib/errors.ts";

const fast = {
  /** Queries at once: a flood of codes that nobody knows leaves the database's other connections to others. */
  queries: 2,
  codesInQuery: 100,
  /** Codes that wait for a query and that nobody may know. */
  waiting: 1000,
  /** How long whoever asked waits for an answer. */
  patienceMs: 1000,
  /** How long a query that does not end keeps its place. */
  queryPlaceMs: 10_000,
  /** How long a place stays taken after its query. */
  pauseMs: 0,
};

/** For codes that somebody makes up: one query at once, a pause after it, and few that wait. */
const slow = { ...fast, queries: 1, waiting: 200, pauseMs: 100 };

type Asked<Found> = PromiseWithResolvers<Found | null>;

/**
 * Looks codes up, those that arrive together in one query, and each code once however many ask for it. Refuses with
 * `unavailable` when the database does not answer in time or too many codes wait; those that are asked for as first
 * wait behind no others.
 */
export function gatherLookups<Found>(
  find: (codes: string[]) => Promise<ReadonlyMap<string, Found>>,
  pace: "fast" | "slow" = "fast",
): (code: string, asFirst?: boolean) => Promise<Found | null> {
  const limits = pace === "slow" ? slow : fast;
  const asked = new Map<string, Asked<Found>>();
  const first = new Map<string, Asked<Found>>();
  const others = new Map<string, Asked<Found>>();
  let queries = 0;

  return function lookUp(code, asFirst = false) {
    const same = asked.get(code);
    if (same) return same.promise;
    if (!asFirst && others.size >= limits.waiting) return Promise.reject(new DomainError("unavailable"));
    return ask(code, asFirst ? first : others);
  };

  function ask(code: string, waiting: Map<string, Asked<Found>>): Promise<Found | null> {
    const lookup: Asked<Found> = Promise.withResolvers();
    asked.set(code, lookup);
    waiting.set(code, lookup);
    const timer = setTimeout(() => lookup.reject(new DomainError("unavailable")), limits.patienceMs);
    const forget = () => {
      clearTimeout(timer);
      asked.delete(code);
      waiting.delete(code);
    };
    lookup.promise.then(forget, forget);
    setImmediate(startQuery);
    return lookup.promise;
  }

  function startQuery(): void {
    const batch = queries < limits.queries ? takeBatch() : [];
    if (batch.length === 0) return;
    queries += 1;
    let hasPlace = true;
    const leavePlace = () => {
      if (!hasPlace) return;
      hasPlace = false;
      queries -= 1;
      startQuery();
    };
    const timer = setTimeout(leavePlace, limits.queryPlaceMs);
    void run(batch).finally(() => {
      clearTimeout(timer);
      if (limits.pauseMs > 0) setTimeout(leavePlace, limits.pauseMs).unref();
      else leavePlace();
    });
  }

  function takeBatch(): [string, Asked<Found>][] {
    const batch = [...first, ...others].slice(0, limits.codesInQuery);
    for (const [code] of batch) if (!first.delete(code)) others.delete(code);
    return batch;
  }

  async function run(batch: [string, Asked<Found>][]): Promise<void> {
    try {
      const found = await find(batch.map(([code]) => code));
      for (const [code, { resolve }] of batch) resolve(found.get(code) ?? null);
    } catch (error) {
      for (const [, { reject }] of batch) reject(error);
    }
  }
}
