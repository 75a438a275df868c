import { z } from "zod";
import type { KeptFigures } from "./schemas.ts";

/** Goes up when campaigns are counted in another way: a closed one says by which rules it was. */
export const countingRules = 1;

const sum = { shares: z.int(), clicks: z.int() };

const stored = z.object({
  rules: z.int(),
  computedAt: z.iso.datetime(),
  figures: z.object({
    clicks: z.int(),
    taking: z.object({ shares: z.int(), people: z.int() }).nullable(),
    reportedShares: z.int().nullable(),
    days: z.array(z.object({ day: z.iso.date(), clicks: z.int() })),
    networks: z.array(z.object({ name: z.string(), ...sum })).nullable(),
    stories: z.array(z.object({ id: z.uuid(), title: z.string(), figures: z.object(sum).nullable() })),
    otherStories: z.object({ count: z.int(), ...sum }).nullable(),
  }),
});

/** The figures that a campaign was closed with; null for an open one, or for what this Herald cannot read. */
export const keptFigures = (closingFigures: unknown): KeptFigures | null =>
  stored.safeParse(closingFigures).data ?? null;
