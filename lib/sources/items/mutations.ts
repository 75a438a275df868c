import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { sourceItems } from "#db/schema/sources.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { insertStory } from "#lib/stories/mutations.ts";
import { getOrganizationRules } from "#lib/stories/queries.ts";
import type { CreateStoryInput, StoryStanding } from "#lib/stories/schemas.ts";
import { canManageSources } from "../policy.ts";
import { listTopicIds } from "../queries.ts";
import { readPageOf } from "./page-of-item.ts";
import { getItem, type ItemRow } from "./queries.ts";
import type { ItemIdInput } from "./schemas.ts";
import { storyOf } from "./story-of-item.ts";

/** Makes a draft of a waiting item, with everything filled in. Asking again leads to the same story. */
export async function makeStory(actor: MemberActor, { itemId }: ItemIdInput): Promise<{ storyId: string }> {
  const { item } = await getItem(db, actor, itemId);
  assertCan(canManageSources(actor), mayNot);
  const whenMade = storyMadeOf(item);
  if (whenMade) return whenMade;
  const content = await prepareStory(actor, itemId);
  return db.transaction(async (tx) => {
    const taken = await takeItem(tx, actor, item, { decidedById: actor.memberId });
    if (!taken) return storyMadeOf((await getItem(tx, actor, itemId)).item) ?? gone();
    return { storyId: (await insertStoryOf(tx, actor, item, actor.memberId, content)).id };
  });
}

/** Takes an item out of the queue; `restoreItem` undoes it. */
export async function dismissItem(actor: MemberActor, { itemId }: ItemIdInput): Promise<void> {
  await move(actor, itemId, "waiting", "dismissed");
}

export async function restoreItem(actor: MemberActor, { itemId }: ItemIdInput): Promise<void> {
  await move(actor, itemId, "dismissed", "waiting");
}

/** Everything of a draft, fetched and written: outside of any transaction, for it may take seconds. */
export async function prepareStory(actor: Actor, itemId: string): Promise<Omit<CreateStoryInput, "id">> {
  const { item, source } = await getItem(db, actor, itemId);
  const { requiredDisclosure } = await getOrganizationRules(db, actor);
  const topicIds = await listTopicIds(db, actor, source.id);
  return storyOf(item, { ...source, topicIds }, await readPageOf(actor, item), requiredDisclosure);
}

/** @returns whether it was still waiting */
export async function takeItem(
  tx: Transaction,
  actor: Actor,
  item: ItemRow,
  by: { decidedById: string | null },
): Promise<boolean> {
  const [taken] = await tx
    .update(sourceItems)
    .set({ state: "made", ...by, decidedAt: clock.now() })
    .where(and(ofItem(actor, item.id), eq(sourceItems.state, "waiting")))
    .returning({ id: sourceItems.id });
  return taken !== undefined;
}

export async function insertStoryOf(
  tx: Transaction,
  actor: Actor,
  item: ItemRow,
  authorId: string,
  content: Omit<CreateStoryInput, "id">,
): Promise<StoryStanding> {
  const story = await insertStory(tx, actor, authorId, content);
  if (!story) throw new DomainError("conflict");
  await tx.update(sourceItems).set({ storyId: story.id }).where(ofItem(actor, item.id));
  await audit(tx, actor, "source.make_story", item.sourceId, { itemId: item.id, storyId: story.id });
  return story;
}

async function move(
  actor: MemberActor,
  itemId: string,
  from: "waiting" | "dismissed",
  to: "waiting" | "dismissed",
) {
  const { item } = await getItem(db, actor, itemId);
  assertCan(canManageSources(actor), mayNot);
  if (item.state === to) return;
  const decided = to === "dismissed" ? { decidedById: actor.memberId, decidedAt: clock.now() } : undecided;
  await db.transaction(async (tx) => {
    const [moved] = await tx
      .update(sourceItems)
      .set({ state: to, ...decided })
      .where(and(ofItem(actor, itemId), eq(sourceItems.state, from)))
      .returning({ id: sourceItems.id });
    if (!moved) throw new DomainError("conflict", "Somebody else has decided on this item already.");
    await audit(
      tx,
      actor,
      to === "dismissed" ? "source.dismiss_item" : "source.restore_item",
      item.sourceId,
      { itemId },
    );
  });
}

const undecided = { decidedById: null, decidedAt: null };

const ofItem = (actor: Actor, itemId: string) =>
  and(eq(sourceItems.organizationId, actor.organizationId), eq(sourceItems.id, itemId));

const storyMadeOf = ({ state, storyId }: ItemRow): { storyId: string } | null =>
  storyId && (state === "made" || state === "known") ? { storyId } : null;

function gone(): never {
  throw new DomainError("conflict", "Somebody else has decided on this item already.");
}

const mayNot = "Only curators and admins look after sources.";
