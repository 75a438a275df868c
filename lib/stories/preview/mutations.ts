import type { MemberActor } from "#lib/auth/actor.ts";
import { decodePage } from "#lib/decode-page.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { consume } from "#lib/rate-limits.ts";
import { readOffThread } from "#lib/reader-thread/reader-thread.ts";
import { safeFetch } from "#lib/safe-fetch/safe-fetch.ts";
import { keepImage } from "../images/mutations.ts";
import { canSuggest } from "../policy.ts";
import { findDuplicate } from "./queries.ts";
import type { LinkPreview } from "./schemas.ts";

/** Fetches a page and what it says about itself, and keeps a copy of its image. Limited per member. */
export async function previewLink(
  actor: MemberActor,
  { url }: { url: string },
  fetchPage: typeof safeFetch = safeFetch,
): Promise<LinkPreview> {
  assertCan(canSuggest(actor));
  await consume("linkPreview", actor.memberId);
  const page = await fetchPage(url, "page");
  const { imageUrl, ...details } = await readOffThread("readPage", [
    decodePage(page.body, page.contentType),
    page.url,
  ]);
  const imageId = imageUrl && (await copyImage(actor, imageUrl, details.imageAlt, fetchPage));
  const addresses = [url, page.url, ...(details.canonicalUrl ? [details.canonicalUrl] : [])];
  return { ...details, url: page.url, imageId, duplicate: await findDuplicate(actor, addresses) };
}

/** A page whose image cannot be had is still a good story, so any refusal only leaves the image out. */
async function copyImage(
  actor: MemberActor,
  imageUrl: string,
  alt: string,
  fetchImage: typeof safeFetch,
): Promise<string | null> {
  try {
    const { body } = await fetchImage(imageUrl, "image");
    return (await keepImage(actor, body, alt)).id;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
