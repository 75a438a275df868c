import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { captions } from "#db/schema/captions.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { type Caption, listCaptions } from "./queries.ts";
import type { CaptionInput } from "./schemas.ts";

/** Makes these the story's captions. One that did not change keeps its id: shares remember which they started from. */
export async function replaceCaptions(
  tx: Transaction,
  actor: Actor,
  storyId: string,
  wanted: readonly CaptionInput[],
): Promise<void> {
  const { organizationId } = actor;
  const present = await listCaptions(tx, actor, storyId);
  const kept = new Set<string>();

  for (const [position, caption] of wanted.entries()) {
    const same = present.find((each) => !kept.has(each.id) && isSame(each, caption));
    if (same) {
      kept.add(same.id);
      await tx
        .update(captions)
        .set({ position })
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

function isSame(one: Caption, other: CaptionInput): boolean {
  return one.network === other.network && one.language === other.language && one.text === other.text;
}
