import type { SeedRules } from "#db/seed/rules.ts";
import { meetsSaved } from "#lib/audiences/person/queries.ts";
import { countedHits } from "#lib/clicks/counted-hits.ts";
import { env } from "#lib/env.ts";
import { withUtm } from "#lib/links/target-url.ts";
import { fits } from "#lib/networks/text-length.ts";
import { withDisclosure } from "#lib/shares/disclosure.ts";
import { similarityToCaptions } from "#lib/shares/similarity.ts";

/** The app's own rules, for the history that the seed makes up. */
export const seedRules: SeedRules = {
  countedHits,
  meetsRule: meetsSaved,
  fits,
  withUtm,
  withDisclosure,
  similarityToCaptions: remembered,
  publicUrl: env.PUBLIC_URL,
};

const similarities = new Map<string, number>();

/** Colleagues say the same things, and comparing texts is what takes longest. */
function remembered(words: string, captions: readonly string[]): number {
  const key = [words, ...captions].join("\0");
  const found = similarities.get(key) ?? similarityToCaptions(words, captions);
  if (similarities.size > 20_000) similarities.clear();
  similarities.set(key, found);
  return found;
}
