/**
 * The id of the story that a row makes: the beginning of the import's id, which says when, and the row's hash. So a row that
 * is sent again meets its own story, and the stories of an import are one stretch of the primary key.
 */
export function storyIdOf(importId: string, hash: string): string {
  const variant = ((Number.parseInt(hash.slice(0, 1), 16) & 0x3) | 0x8).toString(16);
  return `${prefixOf(importId)}${variant}${hash.slice(1, 4)}-${hash.slice(4, 16)}`;
}

/** The first and the last id that a story of the import can have. */
export function storyIdsOf(importId: string): { first: string; last: string } {
  return { first: `${prefixOf(importId)}8000-000000000000`, last: `${prefixOf(importId)}bfff-ffffffffffff` };
}

const prefixOf = (importId: string): string => importId.slice(0, 19).toLowerCase();
