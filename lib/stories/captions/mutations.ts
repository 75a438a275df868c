import { and, count, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { captions } from "#db/schema/captions.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { type Caption, listCaptions } from "./queries.ts";
import type { CaptionInput } from "./schemas.ts";

/**
 * Makes these the story's captions. One that says the same keeps its id, for shares remember which they started from; its
 * weight and its audience only decide who is offered it.
 */
export async function replaceCaptions(
  tx: Transaction,
  actor: Actor,
  storyId: string,
  wanted: readonly CaptionInput[],
): Promise<void> {
  const { organizationId } = actor;
  await assertAudiences(tx, actor, wanted);
  const present = await listCaptions(tx, actor, storyId);
  const kept = new Set<string>();

  for (const [position, caption] of wanted.entries()) {
    const same = present.find((each) => !kept.has(each.id) && isSame(each, caption));
    if (same) {
      kept.add(same.id);
      await tx
        .update(captions)
        .set({ position, weight: caption.weight, audienceId: caption.audienceId })
        .where(and(eq(captions.organizationId, organizationId), eq(captions.id, same.id)));
    } else {
      await tx.insert(captions).values({ ...caption, organizationId, storyId, position });
    }
  }

  const gone = present.filter((each) => !kept.has(each.id)).map((each) => each.id);
  if (gone.length > 0)
    await tx
      .delete(captions)
      .where(and(eq(captions.organizationId, organizationId), inArray(captions.id, gone)));
}

async function assertAudiences(
  tx: Transaction,
  { organizationId }: Actor,
  wanted: readonly CaptionInput[],
): Promise<void> {
  const chosen = new Set(wanted.flatMap(({ audienceId }) => audienceId ?? []));
  if (chosen.size === 0) return;
  const [found] = await tx
    .select({ count: count() })
    .from(audiences)
    .where(and(eq(audiences.organizationId, organizationId), inArray(audiences.id, [...chosen])));
  if (found?.count !== chosen.size)
    throw new DomainError("invalid", "An audience of a caption is no longer there. Choose again.");
}

function isSame(one: Caption, other: CaptionInput): boolean {
  return one.network === other.network && one.language === other.language && one.text === other.text;
}
