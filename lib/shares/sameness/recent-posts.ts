import type { NetworkId } from "#lib/networks/network.ts";
import { ownWordsLimit, trigramsOf } from "../similarity.ts";
import type { Sameness } from "./schemas.ts";

/** A post that went out; `at` in milliseconds. */
export type RecentPost = { text: string; memberId: string; network: NetworkId; at: number };

/** A text that one or more colleagues posted, with its trigrams as numbers. */
type Known = { text: string; trigrams: Uint32Array; posts: Omit<RecentPost, "text">[] };

export type Question = { text: string; network: NetworkId; memberId: string; since: number };

export type RecentPosts = {
  add: (post: RecentPost) => void;
  /** How many different texts are known. */
  size: () => number;
  compare: (question: Question) => Sameness;
};

/**
 * What an organization's people posted of late, ready to be compared with. Likeness is counted as lib/shares/similarity does,
 * exactly: trigrams are numbered once, and a question marks its own, so that a text costs one look-up for each of its
 * trigrams, or none at all where its length alone keeps it from being close.
 */
export function createRecentPosts(): RecentPosts {
  const known = new Map<string, Known>();
  const numbers = new Map<string, number>();

  const numberOf = (trigram: string): number => {
    const number = numbers.get(trigram) ?? numbers.size;
    numbers.set(trigram, number);
    return number;
  };

  function add({ text, ...post }: RecentPost): void {
    const same = known.get(text);
    if (same) same.posts.push(post);
    else known.set(text, { text, trigrams: Uint32Array.from(trigramsOf(text), numberOf), posts: [post] });
  }

  function compare({ text, network, memberId, since }: Question): Sameness {
    const asked = trigramsOf(text);
    const marks = new Uint8Array(numbers.size);
    for (const trigram of asked) {
      const number = numbers.get(trigram);
      if (number !== undefined) marks[number] = 1;
    }
    const close = [...known.values()].flatMap(({ text, trigrams, posts }) => {
      const likeness = likenessTo(marks, asked.size, trigrams);
      if (likeness < ownWordsLimit) return [];
      const colleagues = posts.filter((post) => post.memberId !== memberId && post.at >= since);
      return colleagues.length > 0 ? [{ text, likeness, posts: colleagues }] : [];
    });
    const here = close.filter(({ posts }) => posts.some((post) => post.network === network));
    const nearest = here.length > 0 ? here : close;
    const counted = nearest
      .flatMap(({ posts }) => posts)
      .filter((post) => here.length === 0 || post.network === network);
    return {
      colleagues: new Set(counted.map((post) => post.memberId)).size,
      isHere: here.length > 0,
      closest: nearest.toSorted((a, b) => b.likeness - a.likeness)[0]?.text ?? null,
    };
  }

  return { add, compare, size: () => known.size };
}

/** 0 for what cannot reach the limit, since the one has too many trigrams more than the other. */
function likenessTo(marks: Uint8Array, asked: number, trigrams: Uint32Array): number {
  const [few, many] = [Math.min(asked, trigrams.length), Math.max(asked, trigrams.length)];
  if (few === 0 || few < ownWordsLimit * many) return 0;
  let shared = 0;
  for (const trigram of trigrams) shared += marks[trigram] ?? 0;
  return shared / (few + many - shared);
}
