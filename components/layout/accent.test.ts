import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast, correctAccent, type Mode, surfaces } from "./accent.ts";

test.each([
  { name: "a colour that can be read is left alone", color: "#A93B26", mode: "light", accent: "#a93b26" },
  { name: "white can be read on dark", color: "#ffffff", mode: "dark", accent: "#ffffff" },
  { name: "black can be read on light", color: "#000000", mode: "light", accent: "#000000" },
] as const)("$name", ({ color, mode, accent }) => {
  expect(correctAccent(color, mode).accent).toBe(accent);
});

const colors = [
  "#ffffff",
  "#000000",
  "#ffe600",
  "#00ffff",
  "#7fff00",
  "#0000ff",
  "#ff00ff",
  "#b4402a",
  "#888888",
];

test.each(colors)("%s is readable in both modes, and so is what stands on it", (color) => {
  for (const mode of ["light", "dark"] as const) {
    const { accent, accentInk } = correctAccent(color, mode);
    expect(contrast(accent, surfaces[mode].page)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(accent, surfaces[mode].raised)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(accent, surfaces[mode].washed)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(accent, accentInk)).toBeGreaterThanOrEqual(4.5);
  }
});

test("contrast agrees with WCAG's two ends", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#777777")).toBe(1);
});

test.each(["light", "dark"] as const)("every %s text colour of globals.css can be read", (mode) => {
  const tokens = readTokens(mode);
  expect(tokens).toMatchObject({ page: surfaces[mode].page, raised: surfaces[mode].raised });
  for (const name of ["ink", "quiet", "accent", "danger", "measured", "reported", "attested", "modelled"])
    for (const surface of ["page", "raised"])
      expect(contrast(tokens[name] ?? "", tokens[surface] ?? ""), `${name} on ${surface}`).toBeGreaterThan(
        4.5,
      );
  expect(contrast(tokens.edge ?? "", tokens.raised ?? ""), "a control's edge").toBeGreaterThan(3);
});

function readTokens(mode: Mode): Record<string, string> {
  const css = readFileSync("app/globals.css", "utf8");
  const start = css.indexOf(mode === "light" ? ":root {" : "\n.dark {");
  const block = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}
