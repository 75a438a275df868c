import { likenessOf, ownWordsLimit, trigramsOf } from "#lib/shares/similarity.ts";

/** What went out, in minutes from the moment the story went live. */
export type Posted = { text: string; at: number };

const minutesOf = { hour: 60, day: 1_440, "72 h": 4_320 } as const;

/** Of the pairs of posts within so much time of each other: how many say nearly the same, in percent. */
export function nearIdentical(posts: readonly Posted[]): Record<keyof typeof minutesOf, number> {
  const trigrams = posts.map(({ text }) => trigramsOf(text));
  const spans = Object.entries(minutesOf).map(([name, minutes]) => ({ name, minutes, pairs: 0, alike: 0 }));
  for (const [later, post] of posts.entries())
    for (const [earlier, other] of posts.slice(0, later).entries()) {
      const apart = Math.abs(post.at - other.at);
      const [a, b] = [trigrams[earlier], trigrams[later]];
      const isAlike = a && b && likenessOf(a, b) >= ownWordsLimit;
      for (const span of spans)
        if (apart <= span.minutes) {
          span.pairs += 1;
          span.alike += isAlike ? 1 : 0;
        }
    }
  const percent = spans.map(({ name, pairs, alike }) => [name, Math.round((1_000 * alike) / pairs) / 10]);
  return Object.fromEntries(percent);
}
