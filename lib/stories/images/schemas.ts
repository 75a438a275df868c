import { z } from "zod";

export const uploadLimitBytes = 10_000_000;

export const uploadImageInput = z.strictObject({
  file: z
    .instanceof(Blob, { message: "Choose an image." })
    .refine((file) => file.size > 0, "That file is empty.")
    .refine(
      (file) => file.size <= uploadLimitBytes,
      "That image is larger than 10 MB. Choose a smaller one.",
    ),
  alt: z.string().trim().max(300, "The description is too long. Up to 300 characters fit.").default(""),
});
export type UploadImageInput = z.output<typeof uploadImageInput>;

export type StoredImage = { id: string; width: number; height: number };

export const imageAddress = (imageId: string): string => `/api/images/${imageId}`;
