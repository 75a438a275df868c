import { type CreateStoryInput, createStoryInput } from "#lib/stories/schemas.ts";
import { captionsOf } from "./captions-of-item.ts";

type Item = { url: string | null; title: string; summary: string };
type FromSource = { language: string; topicIds: string[]; name: string };
/** What the item's page said, and the copy of its picture. */
export type FromPage = {
  summary: string;
  siteName: string;
  canonicalUrl: string | null;
  imageId: string | null;
  imageAlt: string;
};

/** The draft that an item becomes. One without an address becomes a text. */
export function storyOf(
  item: Item,
  source: FromSource,
  page: FromPage,
  requiredDisclosure: string,
): Omit<CreateStoryInput, "id"> {
  const { title, url } = item;
  const { language, topicIds } = source;
  const summary = item.summary || page.summary;
  const captions = captionsOf({ title, summary, language }, requiredDisclosure);
  const told = { title, language, topicIds, captions, imageId: page.imageId, imageAlt: page.imageAlt };
  if (!url) return createStoryInput.parse({ ...told, kind: "text", body: summary || title });
  const siteName = (page.siteName || source.name).slice(0, 100);
  return createStoryInput.parse({
    ...told,
    ...{ kind: "link", url, canonicalUrl: page.canonicalUrl, siteName, summary },
  });
}
