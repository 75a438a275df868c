import sharp, { type Sharp } from "sharp";
import type { Picture } from "./publisher.ts";

/** Longest side; no network shows more. */
const widest = 4_096;
/** Tried one after the other, until the bytes are few enough. */
const attempts = [
  { quality: 88, scale: 1 },
  { quality: 75, scale: 1 },
  { quality: 75, scale: 0.7 },
  { quality: 70, scale: 0.5 },
  { quality: 60, scale: 0.3 },
  { quality: 50, scale: 0.15 },
];

/**
 * A story's stored image as networks take it: a PNG where it has see-through parts and is small enough, otherwise a JPEG.
 * Null when it is no image, or cannot be made as small as `maxBytes`.
 */
export async function encodePicture(
  image: Buffer,
  { maxBytes, alt }: { maxBytes: number; alt: string },
): Promise<Picture | null> {
  try {
    const { width, height } = await sharp(image).metadata();
    const size = (scale: number) =>
      Math.max(1, Math.round(Math.min(widest, Math.max(width, height)) * scale));
    const scaled = (scale: number) =>
      sharp(image).resize({
        width: size(scale),
        height: size(scale),
        fit: "inside",
        withoutEnlargement: true,
      });
    const png = (await hasTransparency(image)) ? await scaled(1).png().toBuffer() : null;
    if (png && png.length <= maxBytes) return { bytes: png, contentType: "image/png", alt };
    for (const { quality, scale } of attempts) {
      const bytes = await asJpeg(scaled(scale), quality);
      if (bytes.length <= maxBytes) return { bytes, contentType: "image/jpeg", alt };
    }
    return null;
  } catch {
    return null;
  }
}

const asJpeg = (image: Sharp, quality: number): Promise<Buffer> =>
  image.flatten({ background: "#fff" }).jpeg({ quality }).toBuffer();

const hasTransparency = async (image: Buffer): Promise<boolean> => !(await sharp(image).stats()).isOpaque;
