import sharp from "sharp";
import { DomainError } from "#lib/errors.ts";
import { cutOf, type Focus, type ImageSize, isCrop, keptSize, widths } from "../image-sizes.ts";
import { inTurn } from "./turns.ts";

export type EncodedImage = { bytes: Buffer; width: number; height: number };

const readable = new Set(["jpeg", "png", "webp", "gif"]);
const mostPixels = 50_000_000;

/**
 * Re-encodes an image as WebP, at most 1,600 pixels wide, without its metadata; of an animation, the first frame.
 * What it is is read from its bytes, whatever its name or its sender says. Throws `invalid`.
 */
export async function encodeImage(bytes: Buffer): Promise<EncodedImage> {
  if (!isReadableFormat(bytes)) throw notAnImage();
  return inTurn(() => toWebp(bytes));
}

async function toWebp(bytes: Buffer): Promise<EncodedImage> {
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, animated: false, failOn: "error" });
    const { format } = await image.metadata();
    if (!readable.has(format)) throw notAnImage();
    const { data, info } = await image
      .autoOrient()
      .resize({ ...keptSize, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof Error && /pixel limit/i.test(error.message))
      throw new DomainError("invalid", "That image has too many pixels. Up to 50 million fit.");
    throw notAnImage();
  }
}

/** A kept image in one of the sizes: cut around its focal point, or whole and narrower. */
export async function resizeImage(webp: Buffer, size: ImageSize, focus: Focus): Promise<Buffer> {
  return inTurn(async () => {
    const image = sharp(webp);
    if (!isCrop(size))
      return image.resize({ width: widths[size], withoutEnlargement: true }).webp({ quality: 78 }).toBuffer();
    const { width, height } = await image.metadata();
    const { out, ...region } = cutOf({ width, height }, focus, size);
    return image
      .extract(region)
      .resize({ ...out, fit: "fill" })
      .webp({ quality: 82 })
      .toBuffer();
  });
}

/** The same picture for machines that read no WebP. What is transparent becomes white. */
export function asJpeg(webp: Buffer): Promise<Buffer> {
  return inTurn(() => sharp(webp).flatten({ background: "#fff" }).jpeg({ quality: 85 }).toBuffer());
}

const notAnImage = () =>
  new DomainError("invalid", "That is not an image that we can read. JPEG, PNG, WebP and GIF work.");

/** By the first bytes, so that no other decoder (SVG, AVIF, TIFF, PDF, …) is ever handed foreign bytes. */
function isReadableFormat(bytes: Buffer): boolean {
  const starts = (hex: string) => bytes.subarray(0, hex.length / 2).toString("hex") === hex;
  const isWebp = starts("52494646") && bytes.subarray(8, 12).toString("latin1") === "WEBP";
  return starts("ffd8ff") || starts("89504e470d0a1a0a") || starts("47494638") || isWebp;
}
