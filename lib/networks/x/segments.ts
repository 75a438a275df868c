import extractEntitiesWithIndices from "twitter-text/dist/extractEntitiesWithIndices.js";
import { type Found, type Segment, segmentsOf } from "../segments.ts";
import { cleanWords } from "../words.ts";

/** What readers see of the words and our link; X composes letters that are written as two (NFC). */
export function xSegments(text: string, url: string): Segment[] {
  const words = cleanWords(text).normalize("NFC");
  const link: Segment = { kind: "link", text: url, url };
  if (!words) return [link];
  const found = extractEntitiesWithIndices(words).flatMap((entity) => toFound(entity, words));
  return [...segmentsOf(`${words} `, found), link];
}

type Entity = ReturnType<typeof extractEntitiesWithIndices>[number];

function toFound(entity: Entity, words: string): Found[] {
  const [start, end] = entity.indices;
  const segment = toSegment(entity, words.slice(start, end));
  return segment ? [{ start, segment }] : [];
}

function toSegment(entity: Entity, text: string): Segment | null {
  if ("url" in entity)
    return { kind: "link", text, url: /^https?:/i.test(entity.url) ? entity.url : `http://${entity.url}` };
  if ("hashtag" in entity) return { kind: "hashtag", text, tag: entity.hashtag };
  return "screenName" in entity ? { kind: "mention", text, handle: entity.screenName } : null;
}
