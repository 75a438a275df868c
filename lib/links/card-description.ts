/** What a card says under a story's title: the first two hundred letters or so, cut between words. */
export function cardDescription({ summary, body }: { summary: string; body: string }): string {
  const line = (summary || body).replace(/\s+/g, " ").trim();
  return copy(line.length <= 200 ? line : `${line.slice(0, 200).replace(/\s+\S*$/, "")}…`);
}

/** A part of a text keeps the whole of it in memory, unless it is made anew. */
const copy = (part: string): string => Buffer.from(part).toString();
