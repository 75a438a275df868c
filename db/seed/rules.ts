import type { Network, Role } from "#db/seed/types.ts";

/** What rules ask of a person. */
export type SeedReader = {
  teamId: string;
  roles: Role[];
  jobTitle: string;
  location: string;
  country: string;
  language: string;
  region: string;
  jobFunction: string;
  isExecutive: boolean;
  topicIds: string[];
};

export type SeedHit = {
  linkId: string;
  visitor: string;
  kind: "human" | "bot" | "prefetch";
  clickedAt: Date;
  exclusion: "own" | "limited" | null;
};

/** The app's own rules that the made-up history has to follow. The caller hands them in: `db` knows nothing of `lib`. */
export type SeedRules = {
  withDisclosure: (words: string, disclosure: string) => string;
  /** 0 to 1, of a person's words to the closest caption. */
  similarityToCaptions: (words: string, captions: readonly string[]) => number;
  fits: (network: Network, text: string, hasLink: boolean) => boolean;
  withUtm: (address: string, utm: { utmSource: string; utmMedium: string; utmCampaign: string }) => string;
  countedHits: <Hit extends SeedHit>(hits: readonly Hit[]) => Hit[];
  /** Whether a saved rule means a person. */
  meetsRule: (rule: unknown, person: SeedReader) => boolean;
  publicUrl: string;
};
