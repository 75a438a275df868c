import type { Metadata } from "next";
import { cardDescription } from "./card-description.ts";
import { cardImage } from "./card-image.ts";
import type { PublicStory } from "./schemas.ts";

/** What networks read to build a card. Search engines are asked to leave the page alone: it ends with its story. */
export function describePublicStory(story: PublicStory, publicUrl: string): Metadata {
  const { code, title, organization } = story;
  const description = cardDescription(story);
  const image = cardImage(story, publicUrl);
  const images = image ? [image] : [];
  return {
    title: { absolute: `${title} · ${organization.name}` },
    description,
    robots: { index: false, follow: false },
    openGraph: {
      type: "article",
      title,
      description,
      siteName: organization.name,
      url: `${publicUrl}/read/${code}`,
      images,
    },
    twitter: { card: image ? "summary_large_image" : "summary", title, description, images },
  };
}
