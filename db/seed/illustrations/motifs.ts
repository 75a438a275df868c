import { createRandom } from "#db/seed/random.ts";
import { circle, cream, ellipse, ink, path, rect, stroke, width } from "./canvas.ts";

/** A gabled house with lit windows. */
export function house(x: number, y: number, w: number, h: number, wall: string, light: string): string {
  const roof = path(`M${x - 8} ${y + 2} L ${x + w / 2} ${y - w * 0.42} L ${x + w + 8} ${y + 2}Z`, ink);
  const columns = Math.max(2, Math.round(w / 44));
  const rows = Math.max(1, Math.round(h / 62));
  const cells = Array.from({ length: columns * rows }, (_, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const isLit = (x + column * 7 + row * 5) % 3 !== 0;
    const gap = w / columns;
    return rect(x + gap * column + gap / 2 - 9, y + 20 + row * 52, 18, 26, isLit ? light : ink, 2);
  });
  return [roof, rect(x, y, w, h, wall), ...cells].join("");
}

export function stars(seed: string, count: number, x: number, y: number, w: number, h: number): string[] {
  const random = createRandom(`stars ${seed}`);
  return Array.from({ length: count }, () =>
    circle(x + random.next() * w, y + random.next() ** 1.4 * h, 1 + random.next() * 2.2, cream),
  );
}

/** Short strokes on water, longer towards the viewer. */
export function ripples(
  seed: string,
  count: number,
  top: number,
  bottom: number,
  color: string,
  opacity: number,
): string[] {
  const random = createRandom(`ripples ${seed}`);
  return Array.from({ length: count }, () => {
    const depth = random.next();
    const y = top + depth * (bottom - top);
    const x = random.next() * width;
    const length = 26 + depth * 110 * (0.5 + random.next());
    return stroke(`M${x} ${y} h ${length}`, color, 2 + depth * 3, opacity);
  });
}

/** A fish that looks to the right, about 120 long, around its own middle. */
export function fish(color: string): string {
  return [
    path("M-62 0 C -30 -34 26 -34 60 0 C 26 34 -30 34 -62 0Z", color),
    path("M-52 0 L -92 -28 C -82 -8 -82 8 -92 28Z", color),
    path("M-8 -25 C 6 -46 24 -44 32 -20Z", color),
    stroke("M28 -16 C 20 -6 20 6 28 16", ink, 3, 0.5),
    circle(42, -5, 5, ink),
  ].join("");
}

export function tree(x: number, y: number, scale: number, color: string): string {
  return [
    rect(x - 4 * scale, y - 60 * scale, 8 * scale, 64 * scale, ink),
    ellipse(x, y - 96 * scale, 38 * scale, 58 * scale, color),
    stroke(`M${x} ${y - 50 * scale} V ${y - 120 * scale}`, ink, 3 * scale, 0.5),
  ].join("");
}

/** A standing person as a few cut shapes, 200 tall, feet at the origin. */
export function person(coat: string, skin: string, hair: string): string {
  return [
    rect(-24, -78, 20, 78, ink, 6),
    rect(4, -78, 20, 78, ink, 6),
    path("M-36 -70 C -40 -130 -30 -152 0 -152 C 30 -152 40 -130 36 -70Z", coat),
    circle(0, -176, 24, skin),
    path("M-25 -178 C -26 -206 26 -206 25 -178 C 14 -190 -12 -192 -25 -178Z", hair),
  ].join("");
}
