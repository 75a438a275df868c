import { type ClassValue, clsx } from "clsx";
import { createTailwindMerge, validators } from "tailwind-merge";

const { isAny, isAnyNonArbitrary, isArbitraryLength } = validators;
const any = [isAny];

// The families of classes that our components let a caller override. tailwind-merge's own list knows all of
// Tailwind, and is 7 kB of every page.
const merge = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups: {
    display: ["block", "inline-block", "flex", "inline-flex", "grid", "hidden"],
    width: [{ w: any }],
    height: [{ h: any }],
    size: [{ size: any }],
    "min-width": [{ "min-w": any }],
    "max-width": [{ "max-w": any }],
    "min-height": [{ "min-h": any }],
    "max-height": [{ "max-h": any }],
    aspect: [{ aspect: any }],
    gap: [{ gap: any }],
    padding: [{ p: any }],
    "padding-x": [{ px: any }],
    "padding-y": [{ py: any }],
    "padding-top": [{ pt: any }],
    "padding-right": [{ pr: any }],
    "padding-bottom": [{ pb: any }],
    "padding-left": [{ pl: any }],
    columns: [{ "grid-cols": any }],
    align: [{ items: any }],
    justify: [{ justify: any }],
    radius: [{ rounded: any }],
    background: [{ bg: any }],
    wrap: [{ whitespace: any }],
    "font-size": [{ text: ["xs", "sm", "base", "lg", "xl", "2xl", "3xl", "4xl", "5xl", isArbitraryLength] }],
    "text-align": [{ text: ["left", "center", "right", "start", "end"] }],
    "text-wrap": [{ text: ["wrap", "nowrap", "balance", "pretty", "ellipsis", "clip"] }],
    "text-color": [{ text: [isAnyNonArbitrary] }],
    leading: [{ leading: any }],
    weight: [{ font: ["normal", "medium", "semibold", "bold"] }],
  },
  conflictingClassGroups: {
    size: ["width", "height"],
    padding: ["padding-x", "padding-y", "padding-top", "padding-right", "padding-bottom", "padding-left"],
    "padding-x": ["padding-right", "padding-left"],
    "padding-y": ["padding-top", "padding-bottom"],
  },
  conflictingClassGroupModifiers: {},
  postfixLookupClassGroups: [],
  orderSensitiveModifiers: [],
}));

/** Joins class names; of two Tailwind classes of one family, the later wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
