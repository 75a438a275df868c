import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { images } from "#db/schema/images.ts";
import { reviews } from "#db/schema/reviews.ts";
import { stories } from "#db/schema/stories.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { consume } from "#lib/rate-limits.ts";
import { canSuggest } from "../policy.ts";
import type { StoryStanding } from "../schemas.ts";
import type { SuggestStoryInput } from "./schemas.ts";

/** Puts a link straight into review, with the name of the person whose idea it is. Limited per member. */
export async function suggestStory(actor: MemberActor, input: SuggestStoryInput): Promise<StoryStanding> {
  assertCan(canSuggest(actor));
  const { organizationId, memberId } = actor;
  const { note, ...content } = input;
  const sentBefore = await findOwnStanding(actor, input.id);
  if (sentBefore) return sentBefore;
  await consume("suggestion", memberId);

  return db.transaction(async (tx) => {
    const now = clock.now();
    const imageId = content.imageId && (await findImageId(tx, actor, content.imageId));
    const [story] = await tx
      .insert(stories)
      .values({
        ...content,
        imageId,
        organizationId,
        kind: "link",
        state: "in_review",
        authorId: memberId,
        suggestedById: memberId,
        suggestionNote: note,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing()
      .returning(standing);
    if (!story) throw new DomainError("conflict", "You have sent this already.");
    await tx.insert(reviews).values({
      organizationId,
      storyId: story.id,
      storyVersion: story.version,
      memberId,
      decision: "submitted",
      reason: note,
      decidedAt: now,
    });
    await audit(tx, actor, "story.suggest", story.id);
    return story;
  });
}

const standing = { id: stories.id, state: stories.state, version: stories.version };

/** The story that an earlier sending of the same form made. */
async function findOwnStanding(actor: MemberActor, storyId: string): Promise<StoryStanding | null> {
  const [story] = await db
    .select(standing)
    .from(stories)
    .where(
      and(
        eq(stories.organizationId, actor.organizationId),
        eq(stories.id, storyId),
        eq(stories.suggestedById, actor.memberId),
      ),
    );
  return story ?? null;
}

/** An image may have been tidied away while the form lay open: the suggestion goes on without it. */
async function findImageId(executor: Executor, actor: MemberActor, imageId: string): Promise<string | null> {
  const [image] = await executor
    .select({ id: images.id })
    .from(images)
    .where(and(eq(images.organizationId, actor.organizationId), eq(images.id, imageId)));
  return image?.id ?? null;
}
