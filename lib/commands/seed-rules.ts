import type { SeedRules } from "#db/seed/rules.ts";
import { countedHits } from "#lib/clicks/counted-hits.ts";
import { env } from "#lib/env.ts";
import { withUtm } from "#lib/links/target-url.ts";
import { fits } from "#lib/networks/text-length.ts";
import { withDisclosure } from "#lib/shares/disclosure.ts";
import { similarityToCaptions } from "#lib/shares/similarity.ts";

/** The app's own rules, for the history that the seed makes up. */
export const seedRules: SeedRules = {
  countedHits,
  fits,
  withUtm,
  withDisclosure,
  similarityToCaptions,
  publicUrl: env.PUBLIC_URL,
};
