import type { Actor } from "#lib/auth/actor.ts";
import { decodePage } from "#lib/decode-page.ts";
import { DomainError } from "#lib/errors.ts";
import { readOffThread } from "#lib/reader-thread/reader-thread.ts";
import { safeFetch } from "#lib/safe-fetch/safe-fetch.ts";
import { keepImage } from "#lib/stories/images/mutations.ts";
import type { PageDetails } from "#lib/stories/preview/schemas.ts";
import type { FromPage } from "./story-of-item.ts";

type Item = { url: string | null; title: string; imageUrl: string | null };

/** What the item's own page adds to it, and a copy of its picture. A page that cannot be had adds nothing. */
export async function readPageOf(actor: Actor, item: Item): Promise<FromPage> {
  const page = item.url ? await quietly(() => fetchPage(item.url ?? "")) : null;
  const picture = item.imageUrl ?? page?.imageUrl ?? null;
  const alt = picture === page?.imageUrl ? (page?.imageAlt ?? "") : "";
  const image = picture ? await quietly(() => copyPicture(actor, picture, alt)) : null;
  return {
    summary: page?.summary ?? "",
    siteName: page?.siteName ?? "",
    canonicalUrl: page?.canonicalUrl ?? null,
    imageId: image?.id ?? null,
    imageAlt: image ? alt : "",
  };
}

async function fetchPage(url: string): Promise<PageDetails> {
  const fetched = await safeFetch(url, "page");
  return readOffThread("readPage", [decodePage(fetched.body, fetched.contentType), fetched.url]);
}

async function copyPicture(actor: Actor, url: string, alt: string) {
  const { body } = await safeFetch(url, "image");
  return keepImage(actor, body, alt);
}

async function quietly<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
