import { sha256 } from "./secrets.ts";
import type { World } from "./world.ts";

export type Images = {
  /** Each by the name under which it was uploaded. */
  named: Record<string, { type: string; hash: string }>;
  /** Base64 by hash: the picture of a story that many shared is kept once. */
  bytes: Record<string, string>;
};

export const freshImages = (): Images => ({ named: {}, bytes: {} });

export function keepImage({ state: { images } }: World, name: string, type: string, bytes: Buffer): void {
  const hash = sha256(bytes).toString("base64url");
  images.named[name] = { type, hash };
  images.bytes[hash] ??= bytes.toString("base64");
}

export function findImage(
  { state: { images } }: World,
  name: string,
): { type: string; bytes: Buffer } | null {
  const image = images.named[name];
  const bytes = image && images.bytes[image.hash];
  return image && bytes ? { type: image.type, bytes: Buffer.from(bytes, "base64") } : null;
}

export const imageAddress = ({ origin }: World, name: string): string =>
  `${origin}/__sim/images/${encodeURIComponent(name)}`;

/** What the bytes are, whatever they are called. */
export function imageKind(bytes: Buffer): string | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "image/jpeg";
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))
    return "image/png";
  if (/^GIF8[79]a/.test(bytes.subarray(0, 6).toString("latin1"))) return "image/gif";
  if (bytes.subarray(0, 4).toString() === "RIFF" && bytes.subarray(8, 12).toString() === "WEBP")
    return "image/webp";
  return null;
}
