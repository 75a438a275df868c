/** Every size that an image is shown in: nothing else in Herald says how wide or of what shape a picture goes out. */

export type Size = { width: number; height: number };

/** What must stay in sight: from 0 (left, top) to 1 (right, bottom). */
export type Focus = { x: number; y: number };

export const centre: Focus = { x: 0.5, y: 0.5 };

/** An image as lists of stories have it. */
export type PlacedImage = Size & { focalX: number; focalY: number };

export const focusOf = ({ focalX, focalY }: Omit<PlacedImage, keyof Size>): Focus => ({
  x: focalX,
  y: focalY,
});

/** An image as it is kept: no wider, and no higher. */
export const keptSize: Size = { width: 1_600, height: 4_096 };

/** What networks cut a picture to. Smaller pictures keep the shape and are never enlarged. */
export const crops = {
  /** The card of a link at LinkedIn, X, Bluesky, Mastodon and Facebook: 1.91 to 1. */
  card: { name: "Link card", width: 1_200, height: 627 },
  square: { name: "Square", width: 1_080, height: 1_080 },
  /** The tallest that LinkedIn's and Facebook's feeds show whole: 4 to 5. */
  portrait: { name: "Portrait", width: 1_080, height: 1_350 },
} as const;
export type Crop = keyof typeof crops;

/** The whole picture for screens: a browser takes the narrowest that fills its place. */
export const widths = { w320: 320, w640: 640, w960: 960, w1280: 1_280 } as const;
export type Width = keyof typeof widths;

export type ImageSize = Crop | Width;

export const imageSizes: readonly ImageSize[] = [
  "card",
  "square",
  "portrait",
  "w320",
  "w640",
  "w960",
  "w1280",
];

export const isCrop = (size: ImageSize): size is Crop => size in crops;

/**
 * The part of an image that a crop shows, and how large that comes out. A point a third from the left of the image is a third from
 * the left of the part, as CSS `object-position` has it: what the form previews is what networks get.
 */
export function cutOf(image: Size, focus: Focus, crop: Crop) {
  const wanted = crops[crop];
  const scale = Math.min(image.width / wanted.width, image.height / wanted.height);
  const width = atLeastOne(wanted.width * scale);
  const height = atLeastOne(wanted.height * scale);
  const left = Math.round((image.width - width) * focus.x);
  const top = Math.round((image.height - height) * focus.y);
  const out = { width: Math.min(width, wanted.width), height: Math.min(height, wanted.height) };
  return { left, top, width, height, out };
}

/** The same for CSS. */
export const objectPosition = ({ x, y }: Focus): string => `${round(x)}% ${round(y)}%`;

export const imageAddress = (imageId: string, size?: ImageSize): string =>
  `/api/images/${imageId}${size ? `?size=${size}` : ""}`;

/** For `srcset`: every width that is narrower than the image, and the image itself. */
export function imageSources({ id, width }: { id: string; width: number }): string {
  const narrower = Object.entries(widths).filter(([, candidate]) => candidate < width);
  return [
    ...narrower.map(([size, candidate]) => `${imageAddress(id, size as Width)} ${candidate}w`),
    `${imageAddress(id)} ${width}w`,
  ].join(", ");
}

const atLeastOne = (length: number): number => Math.max(1, Math.round(length));
const round = (share: number): number => Math.round(share * 1_000) / 10;
