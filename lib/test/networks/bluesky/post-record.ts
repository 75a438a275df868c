import { isObject, type JsonObject } from "../call.ts";
import type { World } from "../world.ts";
import { assertBlob } from "./blobs.ts";
import { invalidRecord } from "./errors.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Refuses what `app.bsky.feed.post` does not allow. */
export function assertPostRecord(world: World, account: string, record: JsonObject): void {
  if (record.$type !== "app.bsky.feed.post")
    throw invalidRecord(`Invalid $type: expected app.bsky.feed.post, got ${record.$type}`);
  if (typeof record.text !== "string") throw invalidRecord('Record must have the property "text"');
  assertLength(record.text, "Record/text", 300, 3_000);
  assertTime(record.createdAt);
  assertTexts(record.langs, "Record/langs", 3);
  assertTexts(record.tags, "Record/tags", 8);
  for (const tag of (record.tags as string[] | undefined) ?? []) assertLength(tag, "Record/tags", 64, 640);
  assertFacets(record.facets, Buffer.byteLength(record.text));
  assertEmbed(world, account, record.embed);
}

function assertLength(text: string, place: string, maxGraphemes: number, maxBytes: number): void {
  if (Buffer.byteLength(text) > maxBytes)
    throw invalidRecord(`${place} must not be longer than ${maxBytes} characters`);
  if ([...graphemes.segment(text)].length > maxGraphemes)
    throw invalidRecord(`${place} must not be longer than ${maxGraphemes} graphemes`);
}

function assertTime(createdAt: unknown): void {
  const isTime =
    typeof createdAt === "string" &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(createdAt) &&
    !Number.isNaN(Date.parse(createdAt));
  if (!isTime)
    throw invalidRecord("Record/createdAt must be an valid atproto datetime (both RFC-3339 and ISO-8601)");
}

function assertTexts(value: unknown, place: string, max: number): void {
  if (value === undefined) return;
  if (!Array.isArray(value) || value.some((item) => typeof item !== "string"))
    throw invalidRecord(`${place} must be an array of strings`);
  if (value.length > max) throw invalidRecord(`${place} must not have more than ${max} elements`);
}

function assertFacets(facets: unknown, textBytes: number): void {
  if (facets === undefined) return;
  if (!Array.isArray(facets)) throw invalidRecord("Record/facets must be an array");
  for (const [number, facet] of facets.entries()) {
    const place = `Record/facets/${number}`;
    const index = isObject(facet) && isObject(facet.index) ? facet.index : {};
    const [start, end] = [Number(index.byteStart), Number(index.byteEnd)];
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0)
      throw invalidRecord(`${place}/index must have the properties "byteStart" and "byteEnd"`);
    if (start >= end || end > textBytes) throw invalidRecord(`${place}/index must lie within the text`);
    const features = isObject(facet) && Array.isArray(facet.features) ? facet.features : [];
    if (features.length === 0) throw invalidRecord(`${place} must have the property "features"`);
    for (const feature of features) assertFeature(feature, `${place}/features`);
  }
}

function assertFeature(feature: unknown, place: string): void {
  const { $type, uri, did, tag } = isObject(feature) ? feature : {};
  if ($type === "app.bsky.richtext.facet#link" && !isAddress(uri))
    throw invalidRecord(`${place}/uri must be a uri`);
  if ($type === "app.bsky.richtext.facet#mention" && !/^did:[a-z]+:./.test(String(did)))
    throw invalidRecord(`${place}/did must be a valid did`);
  if ($type === "app.bsky.richtext.facet#tag") {
    if (typeof tag !== "string") throw invalidRecord(`${place} must have the property "tag"`);
    assertLength(tag, `${place}/tag`, 64, 640);
  }
  if (typeof $type !== "string") throw invalidRecord(`${place} must have the property "$type"`);
}

function assertEmbed(world: World, account: string, embed: unknown): void {
  if (embed === undefined) return;
  const { $type, external, images } = isObject(embed) ? embed : {};
  if ($type === "app.bsky.embed.external") assertExternal(world, account, external);
  else if ($type === "app.bsky.embed.images") assertImages(world, account, images);
  else throw invalidRecord(`Record/embed has a $type that the simulator does not know: ${$type}`);
}

function assertExternal(world: World, account: string, external: unknown): void {
  const place = "Record/embed/external";
  if (!isObject(external)) throw invalidRecord(`${place} must be an object`);
  if (!isAddress(external.uri)) throw invalidRecord(`${place}/uri must be a uri`);
  for (const name of ["title", "description"])
    if (typeof external[name] !== "string") throw invalidRecord(`${place} must have the property "${name}"`);
  if (external.thumb !== undefined) assertBlob(world, account, external.thumb, `${place}/thumb`, 1_000_000);
}

function assertImages(world: World, account: string, images: unknown): void {
  const place = "Record/embed/images";
  if (!Array.isArray(images) || images.length === 0) throw invalidRecord(`${place} must be an array`);
  if (images.length > 4) throw invalidRecord(`${place} must not have more than 4 elements`);
  for (const image of images) {
    if (!isObject(image) || typeof image.alt !== "string")
      throw invalidRecord(`${place} must have the property "alt"`);
    assertBlob(world, account, image.image, `${place}/image`, 2_000_000);
  }
}

const isAddress = (value: unknown): value is string =>
  typeof value === "string" && /^\w+:(?:\/\/)?[^\s/][^\s]*$/.test(value) && value.length < 8_000;
