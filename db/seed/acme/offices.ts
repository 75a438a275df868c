import type { OfficeSeed } from "#db/seed/types.ts";

/** Velden is home; the others came with the towns. */
export const offices: OfficeSeed[] = [
  { location: "Velden", country: "NL", language: "en" },
  { location: "Velden", country: "NL", language: "nl" },
  { location: "Utrecht", country: "NL", language: "en" },
  { location: "Aarhus", country: "DK", language: "en" },
  { location: "Utrecht", country: "NL", language: "nl" },
  { location: "Lyon", country: "FR", language: "fr" },
  { location: "Hamburg", country: "DE", language: "de" },
];
