import { db } from "#db/client.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { consume } from "#lib/rate-limits.ts";
import { readOffThread } from "#lib/reader-thread/reader-thread.ts";
import { type Fetched, safeFetch } from "#lib/safe-fetch/safe-fetch.ts";
import { canManageSources } from "../policy.ts";
import { readFetched } from "../polling/mutations.ts";
import { findSourceByFeed } from "../queries.ts";
import type { FindFeedsInput, FoundFeed, FoundFeeds } from "../schemas.ts";

/** Where sites have a feed that their pages do not name. */
const usualPlaces = ["/feed", "/rss.xml", "/feed.xml", "/atom.xml"];

/** The feeds at an address: itself, those that its page names, or one at a usual place of its site. */
export async function findFeeds(actor: MemberActor, { address }: FindFeedsInput): Promise<FoundFeeds> {
  assertCan(canManageSources(actor), "Only curators and admins look after sources.");
  await consume("findFeeds", actor.memberId);
  const fetched = await safeFetch(address, "feed");
  const itself = await tryFeed(actor, fetched);
  if (!("refusal" in itself)) return { feeds: [itself], refusal: null };

  const links = await readOffThread("findFeedLinks", [toBytes(fetched)]);
  const named = await Promise.all(links.slice(0, 6).map(({ url, title }) => tryAddress(actor, url, title)));
  const feeds = named.flatMap((found) => ("refusal" in found ? [] : found));
  if (feeds.length > 0) return { feeds: withoutTwins(feeds), refusal: null };
  const broken = named.find((found) => "refusal" in found);
  if (broken && "refusal" in broken)
    return { feeds, refusal: `That site names a feed, and it cannot be read. ${broken.refusal}` };
  // Something that calls itself a feed and is broken: another place of its site would not be what was meant.
  if (!/html/i.test(fetched.contentType)) return { feeds, refusal: itself.refusal };
  const usual = await findAtUsualPlace(actor, fetched.url);
  return usual
    ? { feeds: [usual], refusal: null }
    : {
        feeds,
        refusal: "That page names no feed. Look on the site for a link that says RSS, and paste its address.",
      };
}

async function findAtUsualPlace(actor: MemberActor, url: string): Promise<FoundFeed | null> {
  for (const place of usualPlaces) {
    const found = await tryAddress(actor, new URL(place, url).href, "");
    if (!("refusal" in found)) return found;
  }
  return null;
}

type Tried = FoundFeed | { refusal: string };

async function tryAddress(actor: MemberActor, url: string, title: string): Promise<Tried> {
  return orRefusal(async () => {
    const found = await readFound(actor, await safeFetch(url, "feed"));
    return { ...found, feedUrl: url, title: found.title || title };
  });
}

const tryFeed = (actor: MemberActor, fetched: Fetched): Promise<Tried> =>
  orRefusal(() => readFound(actor, fetched));

async function orRefusal(look: () => Promise<FoundFeed>): Promise<Tried> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error.message };
    throw error;
  }
}

async function readFound(actor: MemberActor, fetched: Fetched): Promise<FoundFeed> {
  const { title, siteUrl, language, items } = await readFetched(fetched);
  const known = await findSourceByFeed(db, actor, fetched.url);
  return {
    feedUrl: fetched.url,
    ...{ title, siteUrl, language },
    itemCount: items.length,
    newest: items[0]?.title ?? null,
    knownAs: known && !known.removedAt ? known.name : null,
  };
}

/** The same feed in two formats is one. */
const withoutTwins = (feeds: FoundFeed[]): FoundFeed[] =>
  feeds.filter(
    (feed, index) =>
      feeds.findIndex(
        ({ title, newest, itemCount }) =>
          title === feed.title && newest === feed.newest && itemCount === feed.itemCount,
      ) === index,
  );

const toBytes = ({ body, contentType, url }: Fetched) => ({ body, contentType, url });
