import { followChanges } from "./cache/changes.ts";
import { openFactCache } from "./cache/facts.ts";
import { type CardStory, cardStory } from "./card-story.ts";
import { linkHeaders } from "./link-headers.ts";
import { findLinks, findSharedStories, type Link, linkChanges } from "./queries.ts";
import { asLocation } from "./target-url.ts";

/** A link with the headers of its redirect, made once. Names and values follow each other, as writeHead takes them. */
export type KnownLink = Link & { headers: string[] };

const common = Object.entries(linkHeaders).flat();

/** A link takes less than a kilobyte, so these take some thirty megabytes at most. */
const linksKept = 20_000;
const storiesKept = 500;
const changes = followChanges(linkChanges);

/** This process's memory of links. */
export const knownLinks = openFactCache<KnownLink>({ find: findLinksWithHeaders, changes, size: linksKept });

/** And of the stories that machines asked a card of, without their text. */
export const knownStories = openFactCache<CardStory>({ find: findCardStories, changes, size: storiesKept });

async function findLinksWithHeaders(codes: string[]): Promise<Map<string, KnownLink>> {
  const found = await findLinks(codes);
  return new Map([...found].map(([code, link]) => [code, { ...link, headers: redirectHeaders(link) }]));
}

async function findCardStories(codes: string[]): Promise<Map<string, CardStory>> {
  const found = await findSharedStories(codes);
  return new Map([...found].map(([code, story]) => [code, cardStory(story)]));
}

const redirectHeaders = ({ targetUrl }: Link): string[] => [
  ...common,
  "Location",
  asLocation(targetUrl),
  "Content-Length",
  "0",
];
