export const width = 1600;
export const height = 900;

/** Paper, ink and seven muted inks: every illustration is printed with these and nothing else. */
export const ink = "#20262c";
export const paper = "#f3ecdf";
export const cream = "#fbf6ec";
export const rust = "#b9573a";
export const ochre = "#dba84c";
export const teal = "#3f7276";
export const night = "#1e3549";
export const sage = "#93a684";
export const blush = "#e5bfa5";
export const slate = "#7b8a90";

/** `flat` shapes are printed as they are; `dust` is printed in dots, as dense as the shape is opaque. */
export type Layer = { kind: "flat" | "dust"; shapes: string[] };
type Direction = "down" | "up" | "right" | "left" | "out" | "in";

export type Canvas = {
  layers: Layer[];
  defs: string[];
  flat: (...shapes: string[]) => void;
  dust: (...shapes: string[]) => void;
  /** A fill of one colour that grows from nothing to `strength` in a direction, across the shape it fills. */
  fade: (color: string, direction: Direction, strength?: number) => string;
};

export function createCanvas(background: string): Canvas {
  const canvas: Canvas = {
    layers: [],
    defs: [],
    flat: (...shapes) => add("flat", shapes),
    dust: (...shapes) => add("dust", shapes),
    fade: (color, direction, strength = 0.6) => {
      const id = `fade-${canvas.defs.length}`;
      canvas.defs.push(gradient(id, color, direction, strength));
      return `url(#${id})`;
    },
  };
  const add = (kind: Layer["kind"], shapes: string[]) => {
    const last = canvas.layers.at(-1);
    if (last?.kind === kind) last.shapes.push(...shapes);
    else canvas.layers.push({ kind, shapes });
  };
  canvas.flat(rect(0, 0, width, height, background));
  return canvas;
}

export const rect = (x: number, y: number, w: number, h: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${radius}" fill="${fill}"/>`;
export const circle = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
export const path = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;
export const stroke = (d: string, color: string, size: number, opacity = 1): string =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${size}" stroke-linecap="round" stroke-linejoin="round" opacity="${opacity}"/>`;
export const turn = (degrees: number, x: number, y: number, ...shapes: string[]): string =>
  `<g transform="rotate(${degrees} ${x} ${y})">${shapes.join("")}</g>`;
export const place = (x: number, y: number, scale: number, ...shapes: string[]): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${shapes.join("")}</g>`;

/** `count` numbers, evenly from `from` to `to`. */
export const steps = (count: number, from: number, to: number): number[] =>
  Array.from({ length: count }, (_, index) => from + ((to - from) * index) / Math.max(1, count - 1));

const ends: Record<Direction, string> = {
  down: 'x1="0" y1="0" x2="0" y2="1"',
  up: 'x1="0" y1="1" x2="0" y2="0"',
  right: 'x1="0" y1="0" x2="1" y2="0"',
  left: 'x1="1" y1="0" x2="0" y2="0"',
  out: "",
  in: "",
};

function gradient(id: string, color: string, direction: Direction, strength: number): string {
  const stop = (offset: number, opacity: number) =>
    `<stop offset="${offset}" stop-color="${color}" stop-opacity="${opacity}"/>`;
  if (direction === "in")
    return `<radialGradient id="${id}">${stop(0, strength)}${stop(1, 0)}</radialGradient>`;
  const stops = stop(0, 0) + stop(0.25, 0.02) + stop(1, strength);
  return direction === "out"
    ? `<radialGradient id="${id}">${stops}</radialGradient>`
    : `<linearGradient id="${id}" ${ends[direction]}>${stops}</linearGradient>`;
}
