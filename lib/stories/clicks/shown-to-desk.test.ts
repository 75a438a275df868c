import { expect, test } from "vitest";
import { shownToDesk } from "./shown-to-desk.ts";

/** Everybody is a letter. */
const line = (name: string, people: string) => ({ name, people: new Set(people), clicks: 1 });

test.each([
  { name: "nobody", networks: [], sites: [], is: [false, null, null] },
  {
    name: "one person",
    networks: [line("LinkedIn", "a")],
    sites: [line("LinkedIn", "a")],
    is: [false, null, null],
  },
  {
    name: "four on two networks each",
    networks: [line("LinkedIn", "abcd"), line("X", "abcd")],
    sites: [line("X", "abcd")],
    is: [false, null, null],
  },
  {
    name: "five, all on one",
    networks: [line("LinkedIn", "abcde")],
    sites: [line("LinkedIn", "abcde"), line("Direct", "abcde")],
    is: [true, ["LinkedIn"], ["LinkedIn", "Direct"]],
  },
  {
    name: "five on one and one on another, whose site is joined",
    networks: [line("LinkedIn", "abcde"), line("X", "f")],
    sites: [line("LinkedIn", "abcde"), line("Direct", "abcd"), line("X", "f")],
    is: [true, null, ["LinkedIn", "Direct, X"]],
  },
  {
    name: "five on one and one on another, whose site is all that is left",
    networks: [line("LinkedIn", "abcde"), line("X", "f")],
    sites: [line("LinkedIn", "abcde"), line("X", "f")],
    is: [true, null, null],
  },
  {
    name: "five on each",
    networks: [line("LinkedIn", "abcde"), line("X", "fghij")],
    sites: [line("LinkedIn", "abcde"), line("X", "fghij")],
    is: [true, ["LinkedIn", "X"], ["LinkedIn", "X"]],
  },
])("$name", ({ networks, sites, is }) => {
  const shown = shownToDesk(networks, sites);
  const names = (lines: { name: string }[] | null) => lines?.map(({ name }) => name) ?? null;
  expect([shown.isGroup, names(shown.networks), names(shown.sites)]).toEqual(is);
});
