import { columnName } from "./columns.ts";
import type { JudgedRow } from "./judge-row.ts";
import type { CheckedRow } from "./schemas.ts";
import { storyIdOf } from "./story-id.ts";

/** A row as the import will take it, and what was said of it. */
export type ReadRow = CheckedRow & Pick<JudgedRow, "content" | "newTopics"> & { storyId: string | null };

/** A story of the library, and what rows that say the same have: its addresses, or its words. */
export type KnownStory = { id: string; title: string; about: string[] };

/** Tells rows that say what an earlier row or the library says already from those that become a draft. */
export function nameDuplicates(
  judged: readonly JudgedRow[],
  known: readonly KnownStory[],
  importId: string | null,
): ReadRow[] {
  const inLibrary = new Map(known.flatMap((story) => story.about.map((about) => [about, story])));
  const ids = new Set(known.map(({ id }) => id));
  const first = new Map<string, number>();
  return judged.map(({ number, title, problems, content, newTopics, hash, address, words }) => {
    const storyId = importId && storyIdOf(importId, hash);
    const row = { number, title, content, newTopics, storyId };
    const about = address ?? words;
    const earlier = first.get(hash) ?? (about === null ? undefined : first.get(about));
    first.set(hash, first.get(hash) ?? number);
    if (about) first.set(about, first.get(about) ?? number);
    if (problems.length > 0) return { ...row, status: "refused", problems };
    const column = columnName(address ? "url" : "body");
    if (earlier !== undefined) {
      const sentence = address ? `Row ${earlier} is about the same.` : `Row ${earlier} says the same.`;
      return { ...row, status: "duplicate", problems: [{ column, sentence }] };
    }
    const twin = about === null ? undefined : inLibrary.get(about);
    if (storyId && (ids.has(storyId) || twin?.id === storyId)) return { ...row, status: "made", problems };
    if (twin) {
      const sentence = `The library has a story with this ${address ? "address" : "text"}: “${twin.title}”.`;
      return { ...row, status: "duplicate", problems: [{ column, sentence }] };
    }
    return { ...row, status: "ready", problems };
  });
}
