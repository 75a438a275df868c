import { z } from "zod";
import { imageSizes } from "../image-sizes.ts";

const share = z.number().min(0).max(1);
export const imageFocus = z.strictObject({ x: share, y: share });

export const uploadLimitBytes = 10_000_000;

export const uploadsPerDay = 300;

/** Why a file cannot be uploaded, as far as its size says; null when it can be tried. */
export function whyNotUpload(sizeBytes: number): string | null {
  if (sizeBytes === 0) return "That file is empty.";
  return sizeBytes > uploadLimitBytes ? "That image is larger than 10 MB. Choose a smaller one." : null;
}

export type StoredImage = { id: string; width: number; height: number };

export const getImageInput = z.object({ id: z.uuid(), size: z.enum(imageSizes).optional() });
