import { changesContent } from "#lib/stories/edits.ts";
import type { VersionContent } from "#lib/stories/versions/schemas.ts";

type Written = { memberId: string | null; content: VersionContent };

/** Who changed what reviewers vouch for, from what was approved last, or from nothing, to what stands. */
export function listEditorIds(approved: VersionContent | null, written: readonly Written[]): string[] {
  const editors = written.filter(({ content }, index) => {
    const before = written[index - 1]?.content ?? approved;
    return !before || changesContent(before, content);
  });
  return [...new Set(editors.flatMap(({ memberId }) => memberId ?? []))];
}
