import { cutOf, focusOf, type PlacedImage, type Size } from "#lib/stories/image-sizes.ts";

/** The image of a shared story as cards show it: cut to their shape around its focal point. */
export function cardImage(
  { code, image }: { code: string; image: (PlacedImage & { alt: string }) | null },
  publicUrl: string,
): (Size & { url: string; alt: string }) | null {
  if (!image) return null;
  const { out } = cutOf(image, focusOf(image), "card");
  return { url: `${publicUrl}/api/links/${code}/image?size=card`, ...out, alt: image.alt };
}
