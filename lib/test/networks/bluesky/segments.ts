import { isObject, type JsonObject } from "../call.ts";
import type { PublicPost } from "../world.ts";

type Segment = NonNullable<PublicPost["segments"]>[number];

/** The text cut where its facets begin and end, which they say in bytes of UTF-8. Of two that overlap, the first counts. */
export function segmentsOf(text: string, facets: unknown): Segment[] {
  const bytes = Buffer.from(text);
  const segments: Segment[] = [];
  let at = 0;
  const push = (end: number, extra: Omit<Segment, "text"> = {}) => {
    if (end > at) segments.push({ text: bytes.subarray(at, end).toString(), ...extra });
    at = end;
  };
  for (const { start, end, feature } of ordered(facets)) {
    if (start < at) continue;
    push(start);
    push(end, meaningOf(feature));
  }
  push(bytes.length);
  return segments;
}

function ordered(facets: unknown): { start: number; end: number; feature: JsonObject }[] {
  if (!Array.isArray(facets)) return [];
  return facets
    .flatMap((facet) => {
      const index = isObject(facet) && isObject(facet.index) ? facet.index : {};
      const [feature] = isObject(facet) && Array.isArray(facet.features) ? facet.features : [];
      return isObject(feature)
        ? [{ start: Number(index.byteStart), end: Number(index.byteEnd), feature }]
        : [];
    })
    .sort((one, other) => one.start - other.start);
}

function meaningOf({ $type, uri, did, tag }: JsonObject): Omit<Segment, "text"> {
  if ($type === "app.bsky.richtext.facet#link") return { link: String(uri) };
  if ($type === "app.bsky.richtext.facet#mention") return { mention: String(did) };
  if ($type === "app.bsky.richtext.facet#tag") return { tag: String(tag) };
  return {};
}
