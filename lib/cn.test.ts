import { expect, test } from "vitest";
import { cn } from "./cn.ts";

test.each([
  { classes: ["h-10 px-4", "h-12"], joined: "px-4 h-12" },
  { classes: ["h-10 w-4", "size-6"], joined: "size-6" },
  { classes: ["p-6", "px-2"], joined: "p-6 px-2" },
  { classes: ["px-2", "p-6"], joined: "p-6" },
  { classes: ["text-sm text-quiet", "text-ink"], joined: "text-sm text-ink" },
  {
    classes: ["text-ink text-ellipsis", "text-[0.9375rem] text-center"],
    joined: "text-ink text-ellipsis text-[0.9375rem] text-center",
  },
  { classes: ["max-w-lg sm:max-w-sm", "max-w-4xl"], joined: "sm:max-w-sm max-w-4xl" },
  { classes: ["hover:bg-wash bg-raised", "bg-page"], joined: "hover:bg-wash bg-page" },
  { classes: ["grid gap-4", false, undefined, "hidden"], joined: "gap-4 hidden" },
  { classes: ["font-serif font-medium", "font-semibold"], joined: "font-serif font-semibold" },
  {
    classes: ["justify-center rounded-md", "justify-self-start rounded-t-xl"],
    joined: "justify-center rounded-md justify-self-start rounded-t-xl",
  },
  {
    classes: ["[&_svg]:size-4 data-[state=open]:p-2", "[&_svg]:size-5"],
    joined: "data-[state=open]:p-2 [&_svg]:size-5",
  },
  { classes: ["min-h-24 h-10", "min-h-0 w-1/2"], joined: "h-10 min-h-0 w-1/2" },
])("$classes become $joined", ({ classes, joined }) => {
  expect(cn(...classes)).toBe(joined);
});
