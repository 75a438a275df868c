import type { AudienceSeed } from "#db/seed/types.ts";

export const audiences: AudienceSeed[] = [
  {
    key: "by the water",
    name: "By the water",
    match: "any",
    conditions: [
      { field: "team", is: true, values: ["Field works"] },
      { field: "topic", is: true, values: ["Rivers and water"] },
    ],
  },
  {
    key: "engineers abroad",
    name: "Engineers outside the Netherlands",
    match: "all",
    conditions: [
      { field: "jobTitle", is: true, values: ["engineer"] },
      { field: "country", is: false, values: ["NL"] },
    ],
  },
  {
    key: "french and german",
    name: "Readers of French and German",
    match: "all",
    conditions: [{ field: "language", is: true, values: ["fr", "de"] }],
  },
];
