export type Mode = "light" | "dark";
export type Accent = { accent: string; accentInk: string };
type Triple = readonly [number, number, number];

/** What the accent must be read on; the same values as in app/globals.css. `washed` is the nearer of page and raised to it, under `--wash`. */
export const surfaces: Record<Mode, { page: string; raised: string; washed: string; accentInk: string }> = {
  light: { page: "#faf7f2", raised: "#ffffff", washed: "#efece7", accentInk: "#ffffff" },
  dark: { page: "#1a1815", raised: "#24211d", washed: "#322f2b", accentInk: "#1a1815" },
};

const minimumContrast = 4.5;

/**
 * The organization's colour, as close to what it chose as can be read on page, raised and what is washed: only its lightness
 * (OKLCH) moves, away from the surface, until the contrast is 4.5:1. So text in `accentInk` can be read on it too.
 */
export function correctAccent(color: string, mode: Mode): Accent {
  const { page, raised, washed, accentInk } = surfaces[mode];
  const step = mode === "light" ? -0.005 : 0.005;
  const [lightness, a, b] = toOklab(parseHex(color));
  let accent = color.toLowerCase();
  for (
    let l = lightness;
    Math.min(...[page, raised, washed].map((on) => contrast(accent, on))) < minimumContrast;
  ) {
    l += step;
    accent = toHex(fromOklab([l, a, b]));
  }
  return { accent, accentInk };
}

/** Contrast of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = parseHex(hex).map(toLinear) as unknown as Triple;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function parseHex(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function toHex(rgb: Triple): string {
  const channel = (value: number) =>
    Math.round(Math.min(1, Math.max(0, value)) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${rgb.map(channel).join("")}`;
}

const toLinear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const fromLinear = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * Math.max(0, value) ** (1 / 2.4) - 0.055;

// The matrices of https://bottosson.github.io/posts/oklab/
function toOklab(rgb: Triple): Triple {
  const [r, g, b] = rgb.map(toLinear) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
