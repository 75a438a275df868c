import type { OfficeSeed } from "#db/seed/types.ts";

/** Velden is home; the others came with the towns. */
export const offices: OfficeSeed[] = [
  { location: "Velden", country: "NL", language: "en", region: "Low Countries" },
  { location: "Velden", country: "NL", language: "nl", region: "Low Countries" },
  { location: "Utrecht", country: "NL", language: "en", region: "Low Countries" },
  { location: "Aarhus", country: "DK", language: "en", region: "North" },
  { location: "Utrecht", country: "NL", language: "nl", region: "Low Countries" },
  { location: "Lyon", country: "FR", language: "fr", region: "France" },
  { location: "Hamburg", country: "DE", language: "de", region: "North" },
];
