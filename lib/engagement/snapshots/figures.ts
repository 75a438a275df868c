import type { Figures } from "#lib/networks/measurer.ts";

export const figureNames = [
  "impressions",
  "reactions",
  "comments",
  "reposts",
] as const satisfies (keyof Figures)[];

export const noFigures: Figures = { impressions: null, reactions: null, comments: null, reposts: null };
