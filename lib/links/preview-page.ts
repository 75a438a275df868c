import { cardImage } from "./card-image.ts";
import type { CardStory } from "./card-story.ts";
import { pageOf } from "./plain-page.ts";

type Card = Pick<CardStory, "code" | "title" | "description" | "language" | "image" | "organization">;

/**
 * What a network, a chat or a mail program gets instead of the redirect: the story's card, and a plain way on. Its
 * address is the short link itself: a network that read another one would show and count that, and go round our link.
 */
export function previewPage(story: Card, targetUrl: string, publicUrl: string): string {
  const { code, title, description, organization, language } = story;
  const address = `${publicUrl}/s/${code}`;
  const image = cardImage(story, publicUrl);
  const tags = [
    named("property", "og:type", "article"),
    named("property", "og:title", title),
    named("property", "og:description", description),
    named("property", "og:site_name", organization.name),
    named("property", "og:url", address),
    named("property", "og:image", image?.url),
    named("property", "og:image:width", image?.width),
    named("property", "og:image:height", image?.height),
    named("property", "og:image:alt", image?.alt),
    named("name", "description", description),
    named("name", "twitter:card", image ? "summary_large_image" : "summary"),
    named("name", "twitter:title", title),
    named("name", "twitter:description", description),
    named("name", "twitter:image", image?.url),
    named("name", "twitter:image:alt", image?.alt),
  ];
  return pageOf({
    language: escaped(language),
    head: `<title>${escaped(title)}</title><link rel="canonical" href="${escaped(address)}">\n${tags.join("")}`,
    main: `<h1 dir="auto">${escaped(title)}</h1><p dir="auto">${escaped(description)}</p><p><a rel="nofollow" href="${escaped(targetUrl)}">Read it at ${escaped(hostOf(targetUrl))}</a></p>`,
  });
}

/** A tag, or nothing where there is nothing to say. */
const named = (attribute: "name" | "property", name: string, content: string | number | null | undefined) =>
  content ? `<meta ${attribute}="${name}" content="${escaped(`${content}`)}">\n` : "";

const escaped = (text: string): string =>
  text.toWellFormed().replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const hostOf = (address: string): string => URL.parse(address)?.host ?? address;
