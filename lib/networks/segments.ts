/** A piece of a post as readers see it. What stands in `text` is shown; the rest says where it leads. */
export type Segment =
  | { kind: "text"; text: string }
  | { kind: "link"; text: string; url: string }
  | { kind: "hashtag"; text: string; tag: string }
  | { kind: "mention"; text: string; handle: string };

/** Something that was found in a text, and where it starts. */
export type Found = { start: number; segment: Segment };

/** The text in pieces. Of two that were found in one place, the first one counts. */
export function segmentsOf(text: string, found: Found[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, segment } of found.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    if (start > at) segments.push({ kind: "text", text: text.slice(at, start) });
    segments.push(segment);
    at = start + segment.text.length;
  }
  if (at < text.length) segments.push({ kind: "text", text: text.slice(at) });
  return segments;
}

/** An address without what a sentence puts behind it. */
export function trimAddress(address: string): string {
  const trimmed = address.replace(/[.,;:!?'"’”»…]+$/u, "");
  const isClosing = trimmed.endsWith(")") && !trimmed.includes("(");
  if (isClosing) return trimAddress(trimmed.slice(0, -1));
  return trimmed;
}
