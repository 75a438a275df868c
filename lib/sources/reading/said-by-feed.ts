import type { parseFeed } from "feedsmith";

type Parsed = ReturnType<typeof parseFeed<string>>;
type Of<Format extends Parsed["format"]> = Extract<Parsed, { format: Format }>["feed"];
type Rss = Of<"rss"> | Of<"rdf">;
type Atom = Of<"atom">;
type Json = Of<"json">;

/** An item in its feed's own words, whatever the format: texts are HTML, references may be relative. */
export type SaidItem = {
  guid: string | undefined;
  links: (string | undefined)[];
  titles: (string | undefined)[];
  /** The shortest telling first. */
  texts: (string | undefined)[];
  images: (string | undefined)[];
  author: string | undefined;
  date: string | undefined;
  /** What its references are relative to, from the outside in. */
  bases: (string | undefined)[];
};

export type SaidFeed = {
  title: string | undefined;
  siteUrl: string | undefined;
  base: string | undefined;
  language: string | undefined;
  items: SaidItem[];
};

/** What a parsed feed says, in one form for the four formats. */
export function saidBy(parsed: Parsed): SaidFeed {
  if (parsed.format === "atom") return saidByAtom(parsed.feed);
  if (parsed.format === "json") return saidByJson(parsed.feed);
  return saidByRss(parsed.feed);
}

function saidByRss(feed: Rss): SaidFeed {
  const items = (feed.items ?? []).map((item): SaidItem => {
    const guid = "guid" in item ? item.guid : undefined;
    const enclosures = "enclosures" in item ? (item.enclosures ?? []) : [];
    const people = "authors" in item ? (item.authors ?? []) : [];
    const about = "rdf" in item ? item.rdf?.about : undefined;
    return {
      guid: guid?.value ?? about,
      links: [item.link, linkOf(item.atom?.links), guid?.isPermaLink === false ? undefined : guid?.value],
      titles: [item.title, item.dc?.titles?.[0], item.media?.title?.value],
      texts: [
        item.description,
        item.dc?.descriptions?.[0],
        item.media?.description?.value,
        item.content?.encoded,
      ],
      images: [
        ...imagesOf(item.media),
        ...enclosures.filter(({ type, url }) => isImage(type, url)).map(({ url }) => url),
        "itunes" in item ? item.itunes?.image : undefined,
      ],
      author: item.dc?.creators?.[0] ?? people[0]?.name ?? people[0]?.email,
      date:
        ("pubDate" in item ? item.pubDate : undefined) ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0],
      bases: [feed.link],
    };
  });
  const language = "language" in feed ? feed.language : undefined;
  return {
    title: feed.title,
    siteUrl: feed.link,
    base: undefined,
    language: language ?? feed.dc?.languages?.[0],
    items,
  };
}

function saidByAtom(feed: Atom): SaidFeed {
  const items = (feed.entries ?? []).map(
    (entry): SaidItem => ({
      guid: entry.id,
      links: [
        linkOf(entry.links),
        entry.content?.src,
        /^https?:/i.test(entry.id ?? "") ? entry.id : undefined,
      ],
      titles: [asHtml(entry.title), entry.dc?.titles?.[0], entry.media?.title?.value],
      texts: [
        asHtml(entry.summary),
        entry.media?.groups?.[0]?.description?.value ?? entry.media?.description?.value,
        asHtml(entry.content),
      ],
      images: [
        ...(entry.links ?? [])
          .filter(({ rel, type, href }) => rel === "enclosure" && isImage(type, href))
          .map(({ href }) => href),
        ...imagesOf(entry.media?.groups?.[0]),
        ...imagesOf(entry.media),
      ],
      author: entry.authors?.[0]?.name ?? entry.dc?.creators?.[0],
      date: entry.published ?? entry.updated ?? entry.dc?.dates?.[0],
      bases: [feed.xml?.base, entry.xml?.base],
    }),
  );
  return {
    title: asHtml(feed.title),
    siteUrl: linkOf(feed.links),
    base: feed.xml?.base,
    language: feed.xml?.lang,
    items,
  };
}

function saidByJson(feed: Json): SaidFeed {
  const items = (feed.items ?? []).map(
    (item): SaidItem => ({
      guid: item.id,
      links: [item.url, item.external_url],
      titles: [asText(item.title)],
      texts: [asText(item.summary), item.content_html, asText(item.content_text)],
      images: [
        item.image,
        item.banner_image,
        ...(item.attachments ?? [])
          .filter(({ mime_type, url }) => isImage(mime_type, url))
          .map(({ url }) => url),
      ],
      author: item.authors?.[0]?.name,
      date: item.date_published ?? item.date_modified,
      bases: [feed.home_page_url],
    }),
  );
  return {
    title: asText(feed.title),
    siteUrl: feed.home_page_url,
    base: undefined,
    language: feed.language,
    items,
  };
}

type Link = { href?: string; rel?: string; type?: string };

function linkOf(links: Link[] | undefined): string | undefined {
  const pages = (links ?? []).filter(({ rel = "alternate" }) => rel === "alternate");
  return (pages.find(({ type = "" }) => /html/i.test(type)) ?? pages.find(({ type }) => !type) ?? pages[0])
    ?.href;
}

type Text = { value?: string; type?: string };

/** Atom's plain text may show a "<" that is meant as one. */
const asHtml = (text: Text | undefined): string | undefined =>
  text?.type && /^(text|text\/plain)$/i.test(text.type) ? asText(text.value) : text?.value;

const asText = (text: string | undefined): string | undefined =>
  text?.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

type Media = {
  thumbnails?: { url?: string }[];
  contents?: { url?: string; type?: string; medium?: string }[];
};

function imagesOf(media: Media | undefined): (string | undefined)[] {
  const pictures = (media?.contents ?? []).filter(
    ({ type, medium, url }) => medium === "image" || isImage(type, url),
  );
  return [...pictures, ...(media?.thumbnails ?? [])].map(({ url }) => url);
}

const isImage = (type: string | undefined, url: string | undefined): boolean =>
  type ? /^image\//i.test(type) : /\.(jpe?g|png|webp|gif)($|\?)/i.test(url ?? "");
