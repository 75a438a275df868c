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
  const sentBefore = await findOwnStanding(actor, input);
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

/**
 * The story that an earlier sending of the same form made. Who has written on since, because they never learned that it
 * arrived, is told: a curator may have read it by now, so it is not changed behind their back.
 */
async function findOwnStanding(actor: MemberActor, input: SuggestStoryInput): Promise<StoryStanding | null> {
  const [story] = await db
    .select({ ...standing, note: stories.suggestionNote, title: stories.title })
    .from(stories)
    .where(
      and(
        eq(stories.organizationId, actor.organizationId),
        eq(stories.id, input.id),
        eq(stories.suggestedById, actor.memberId),
      ),
    );
  if (!story) return null;
  const { id, state, version, note, title } = story;
  // A curator may have given it another title; the note is the person's own for good.
  if (note !== input.note || (version === 1 && title !== input.title))
    throw new DomainError(
      "conflict",
      "This had reached the comms team already, as you wrote it at first. Load the page again to see it in your list.",
    );
  return { id, state, version };
}

/** An image may have been tidied away while the form lay open: the suggestion goes on without it. */
async function findImageId(executor: Executor, actor: MemberActor, imageId: string): Promise<string | null> {
  const [image] = await executor
    .select({ id: images.id })
    .from(images)
    .where(and(eq(images.organizationId, actor.organizationId), eq(images.id, imageId)));
  return image?.id ?? null;
}
