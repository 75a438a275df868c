import sharp from "sharp";
import { createRandom } from "#db/seed/random.ts";
import { type Canvas, height, type Layer, width } from "./canvas.ts";

const pixels = width * height;

/** Prints a canvas as WebP: flat inks, dotted shading, and a little paper grain over everything. */
export async function renderIllustration(canvas: Canvas): Promise<Buffer> {
  const dots = noise();
  const page = Buffer.alloc(pixels * 3, 255);
  for (const layer of canvas.layers) print(page, await rasterize(canvas, layer), layer.kind, dots);
  for (let at = 0; at < page.length; at += 1) {
    const grain = ((dots[Math.floor(at / 3)] ?? 0) - 0.5) * 3;
    page[at] = Math.max(0, Math.min(255, (page[at] ?? 0) + grain));
  }
  return sharp(page, { raw: { width, height, channels: 3 } })
    .webp({ quality: 66, effort: 6, smartSubsample: true })
    .toBuffer();
}

function rasterize(canvas: Canvas, layer: Layer): Promise<Buffer> {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${canvas.defs.join("")}</defs>${layer.shapes.join("")}</svg>`;
  return sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
}

function print(page: Buffer, layer: Buffer, kind: Layer["kind"], dots: Float32Array): void {
  for (let at = 0; at < pixels; at += 1) {
    const opacity = (layer[at * 4 + 3] ?? 0) / 255;
    if (opacity === 0) continue;
    const cover = kind === "flat" ? opacity : dotted(opacity, dots[at] ?? 0);
    for (let channel = 0; channel < 3; channel += 1) {
      const below = page[at * 3 + channel] ?? 0;
      page[at * 3 + channel] = below + ((layer[at * 4 + channel] ?? 0) - below) * cover;
    }
  }
}

/** A soft threshold: dots with an edge that is not a staircase. */
const dotted = (opacity: number, dot: number): number =>
  Math.max(0, Math.min(1, opacity * 0.8 + (opacity - dot) * opacity * 0.9));

/** Noise in grains of about two pixels, from 0 to 1, the same on every machine. */
function noise(): Float32Array {
  const random = createRandom("paper");
  const fine = Float32Array.from({ length: pixels }, random.next);
  return fine.map((value, at) => {
    const beside = fine[at + 1] ?? value;
    const below = fine[at + width] ?? value;
    return (value * 2 + beside + below) / 4;
  });
}
