import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { toMoment } from "#lib/local-time.ts";
import { getOrganizationRules, getStory, getStoryRow } from "../queries.ts";
import { recordFirstVersion, recordVersion } from "../versions/mutations.ts";
import type { MovedStory, MoveStoryInput } from "./schemas.ts";
import { whyFixed, whyRefused } from "./why-fixed.ts";

/**
 * Gives a story another time to go live or to expire. Nobody vouched for its times, so it stays in the state that it is in.
 * `conflict` when somebody saved or decided in between.
 */
export async function moveStory(actor: MemberActor, input: MoveStoryInput): Promise<MovedStory> {
  const { storyId, version, ...local } = input;
  const moment = "publishAt" in local ? "publishAt" : "expiresAt";

  return db.transaction(async (tx) => {
    const before = await getStory(actor, storyId, tx);
    const row = await getStoryRow(tx, actor, storyId);
    const { timeZone } = await getOrganizationRules(tx, actor);
    const now = clock.now();
    const at = toMoment("publishAt" in local ? local.publishAt : local.expiresAt, timeZone);
    const fixed = whyFixed(row, moment, now);
    if (fixed) throw new DomainError("conflict", fixed);
    const refused = whyRefused({ ...row, [moment]: at }, moment, now);
    if (refused) throw new DomainError("invalid", refused);

    await recordFirstVersion(tx, actor, row, before);
    const [moved] = await tx
      .update(stories)
      .set({ [moment]: at, version: version + 1, updatedAt: now })
      .where(
        and(
          eq(stories.organizationId, actor.organizationId),
          eq(stories.id, storyId),
          eq(stories.version, version),
          eq(stories.state, row.state),
        ),
      )
      .returning({ version: stories.version });
    if (!moved)
      throw new DomainError(
        "conflict",
        "Somebody else changed this story just now. Look again, then move it.",
      );
    await recordVersion(tx, actor, storyId, moved.version, { ...before, ...local });
    await audit(tx, actor, "story.move", storyId, { [moment]: at.toISOString(), version: moved.version });
    return { version: moved.version, at: at.toISOString() };
  });
}
