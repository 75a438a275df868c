import type { Transaction } from "#db/client.ts";
import { storyVersions } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { StoryRow } from "../queries.ts";
import type { StoryContent } from "../schemas.ts";
import { hasVersions } from "./queries.ts";
import { versionContent } from "./schemas.ts";

/** Keeps what a story says as of that version, in the transaction that writes it. */
export async function recordVersion(
  tx: Transaction,
  { organizationId, ...actor }: Actor,
  storyId: string,
  version: number,
  content: StoryContent,
): Promise<void> {
  await tx.insert(storyVersions).values({
    organizationId,
    storyId,
    version,
    content: versionContent.parse(content),
    memberId: actor.kind === "member" ? actor.memberId : null,
    createdAt: clock.now(),
  });
}

/** Keeps what a story that has no versions yet says before it is edited: it was made by an older Herald, or suggested. */
export async function recordFirstVersion(
  tx: Transaction,
  actor: Actor,
  story: Pick<StoryRow, "id" | "authorId" | "editedById" | "createdAt">,
  content: StoryContent,
): Promise<void> {
  if (await hasVersions(tx, actor, story.id)) return;
  await tx.insert(storyVersions).values({
    organizationId: actor.organizationId,
    storyId: story.id,
    version: 1,
    content: versionContent.parse(content),
    memberId: story.editedById ?? story.authorId,
    createdAt: story.createdAt,
  });
}
