import type { PublicPost, World } from "./world.ts";

export type Card = NonNullable<PublicPost["card"]>;

/** The card of a page that is not read: its address. */
export const bareCard = (url: string): Card => ({ url, title: null, description: null, image: null });

/**
 * X and Mastodon read the page behind a link themselves, after the post was made. Here they do when they are told to, and
 * when the page is on this machine.
 */
export function readCard(world: World, url: string, reader: string, keep: (card: Card) => void): void {
  if (!world.state.settings.audience.readsPages || !isHere(url)) return;
  fetch(url, { headers: { "user-agent": reader }, redirect: "manual", signal: AbortSignal.timeout(5_000) })
    .then(async (response) => keep(cardIn(url, await response.text())))
    // Without a page there is no card.
    .catch(() => {});
}

function cardIn(url: string, page: string): Card {
  const image = property(page, "image");
  return {
    url,
    title: property(page, "title"),
    description: property(page, "description"),
    image: image && isHere(image) ? image : null,
  };
}

const property = (page: string, name: string): string | null => {
  const tag = new RegExp(`<meta[^>]*property="og:${name}"[^>]*>`, "i").exec(page)?.[0] ?? "";
  const content = /content="([^"]*)"/i.exec(tag)?.[1];
  return content === undefined ? null : decoded(content);
};

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (entity, name: string) => entities[name] ?? entity);

const isHere = (url: string): boolean =>
  URL.canParse(url) && ["127.0.0.1", "localhost"].includes(new URL(url).hostname);
