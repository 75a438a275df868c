import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { reviews } from "#db/schema/reviews.ts";
import { stories } from "#db/schema/stories.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canCurate } from "#lib/stories/policy.ts";
import type { StoryStanding } from "#lib/stories/schemas.ts";
import { whyNotDecide } from "../policy.ts";
import { findLatestReview, getReviewedStory } from "../queries.ts";
import { judge } from "../required/judge.ts";
import { listYeses } from "../required/queries.ts";
import { beenDecided } from "../sentences.ts";
import { assertAnyNetwork } from "./choice.ts";
import type { ChangeNetworksInput } from "./schemas.ts";

/** Approves an approved story for other networks: for more, as far as those agree whose yes its topics require, or fewer. */
export async function changeNetworks(
  actor: MemberActor,
  { storyId, version, networks }: ChangeNetworksInput,
): Promise<StoryStanding> {
  return db.transaction(async (tx) => {
    const { story, hands, approverIds, requirements, allowsSelfApproval } = await getReviewedStory(
      tx,
      actor,
      storyId,
    );
    assertCan(canCurate(actor), "Only curators and admins decide on stories.");
    const refusal = whyNotDecide(actor, hands, approverIds, allowsSelfApproval);
    assertCan(refusal === null, refusal ?? undefined);
    const { organizationId, memberId } = actor;
    const others = (await listYeses(tx, actor, storyId)).filter((yes) => yes.memberId !== memberId);
    const { networks: allowed } = judge(requirements, [...others, { memberId, mayDecide: true, networks }]);
    assertAnyNetwork(allowed);

    const [changed] = await tx
      .update(stories)
      .set({ approvedNetworks: allowed, version: version + 1, updatedAt: clock.now() })
      .where(
        and(
          eq(stories.organizationId, organizationId),
          eq(stories.id, storyId),
          eq(stories.state, "approved"),
          eq(stories.version, version),
        ),
      )
      .returning({ id: stories.id, state: stories.state, version: stories.version });
    if (!changed)
      throw new DomainError("conflict", beenDecided(story.state, await findLatestReview(tx, actor, storyId)));
    await tx.insert(reviews).values({
      organizationId,
      storyId,
      storyVersion: version,
      memberId,
      decision: "approved",
      networks,
      decidedAt: clock.now(),
    });
    await audit(tx, actor, "story.change_networks", storyId, { version, networks: allowed });
    return changed;
  });
}
