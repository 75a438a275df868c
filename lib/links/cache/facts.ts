import { performance } from "node:perf_hooks";
import QuickLRU from "quick-lru";
import type { Changes } from "./changes.ts";
import { gatherLookups } from "./lookups.ts";

type Fact = { organizationId: string };
type Entry<AnyFact> = { fact: AnyFact; heard: number; lookedUpAt: number };

const trustHearingMs = 30_000;
const trustDeafMs = 1000;
/** How long a code that nobody knew is not looked up again. */
const trustMissingMs = 10_000;
const missingRemembered = 20_000;
/** A database that takes longer is away. Shorter than whoever waits for a lookup waits, so that the next need not. */
const patienceMs = 800;
/** While the database is away, how often it is asked again. */
const retryMs = 250;

export type FactCache<AnyFact extends Fact> = {
  /** What may be used at once; undefined when the code has to be looked up. */
  peek: (code: string) => AnyFact | undefined;
  /** Null when nobody knows the code. Throws when the database does not say and we do not know it, or not any more. */
  get: (code: string, pace?: "fast" | "slow") => Promise<AnyFact | null>;
  /** Whether anything is known of the code, be it that nobody knows it. */
  has: (code: string) => boolean;
};

/**
 * Facts by code, in bounded memory. NOTIFY is a hint: an entry is trusted until a change of its organization is heard
 * of, but no longer than 30 s, or 1 s while we would not hear. What is not trusted any more is looked up again; while
 * the database does not answer, it is used as it is, unless we were told that it changed and are still connected. Codes
 * that nobody knows have a memory of their own, so that a flood of them drives no link out.
 */
export function openFactCache<AnyFact extends Fact>({
  find,
  changes,
  size,
  now = () => performance.now(),
}: {
  find: (codes: string[]) => Promise<ReadonlyMap<string, AnyFact>>;
  changes: Changes;
  size: number;
  now?: () => number;
}): FactCache<AnyFact> {
  const entries = new QuickLRU<string, Entry<AnyFact>>({ maxSize: size });
  const missing = new QuickLRU<string, true>({ maxSize: missingRemembered, maxAge: trustMissingMs });
  const lookUp = gatherLookups(findAndKeep);
  const lookUpSlowly = gatherLookups(findAndKeep, "slow");
  let isAway = false;
  let askedAt = Number.NEGATIVE_INFINITY;

  return { peek, get, has: (code) => entries.has(code) || missing.has(code) };

  function peek(code: string): AnyFact | undefined {
    const entry = entries.get(code);
    if (!entry || isTrusted(entry)) return entry?.fact;
    if (!isAway || isSuperseded(entry)) return undefined;
    if (now() - askedAt >= retryMs) void lookUp(code, true).catch(() => {});
    return entry.fact;
  }

  async function get(code: string, pace: "fast" | "slow" = "fast"): Promise<AnyFact | null> {
    const known = peek(code);
    if (known) return known;
    if (missing.has(code)) return null;
    const entry = entries.get(code);
    try {
      return await (pace === "slow" ? lookUpSlowly(code) : lookUp(code, entry !== undefined));
    } catch (error) {
      if (entry && !isSuperseded(entry)) return entry.fact;
      throw error;
    }
  }

  function isTrusted({ fact, heard, lookedUpAt }: Entry<AnyFact>): boolean {
    const trustMs = changes.isHearing() ? trustHearingMs : trustDeafMs;
    return now() - lookedUpAt < trustMs && !changes.heardOfSince(fact.organizationId, heard);
  }

  /** It changed, as we were told, and the database is there, if slow: what we know may be a link that was withdrawn. */
  function isSuperseded({ fact, heard }: Entry<AnyFact>): boolean {
    return changes.isConnected() && changes.toldOfSince(fact.organizationId, heard);
  }

  async function findAndKeep(codes: string[]): Promise<ReadonlyMap<string, AnyFact>> {
    const [heard, lookedUpAt] = [changes.heard(), now()];
    askedAt = lookedUpAt;
    const timer = setTimeout(() => {
      isAway = true;
    }, patienceMs);
    try {
      const found = await find(codes);
      isAway = false;
      for (const code of codes) keep(code, found.get(code), heard, lookedUpAt);
      return found;
    } catch (error) {
      isAway = true;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  function keep(code: string, fact: AnyFact | undefined, heard: number, lookedUpAt: number): void {
    if (fact) {
      entries.set(code, { fact, heard, lookedUpAt });
      return;
    }
    entries.delete(code);
    missing.set(code, true);
  }
}
