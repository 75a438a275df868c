import { and, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { pledgeDependents, pledges } from "#db/schema/pledges.ts";
import { topics } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { notify } from "#lib/notices/mutations.ts";
import type { NoticeData, NoticeKind } from "#lib/notices/words.ts";
import { isPledge } from "../queries.ts";
import { sayPledge } from "../sentences.ts";

type PledgeKind = Extract<NoticeKind, `pledge.${string}`>;
type Told<Kind extends PledgeKind> = { kind: Kind; data: NoticeData<Kind> };
type Pledge = { organizationId: string; id: string };

/** Tells those who depend on a pledge what became of it, each kind of news once. */
export async function tellDependents<Kind extends PledgeKind>(
  tx: Executor,
  actor: Actor,
  pledge: Pledge,
  told: Told<Kind>,
): Promise<void> {
  const dependents = await tx
    .select({ memberId: pledgeDependents.memberId })
    .from(pledgeDependents)
    .where(
      and(
        eq(pledgeDependents.organizationId, pledge.organizationId),
        eq(pledgeDependents.pledgeId, pledge.id),
      ),
    );
  for (const { memberId } of dependents)
    await notify(tx, actor, { ...told, memberId, onceKey: `${told.kind} ${pledge.id}` });
}

/** A pledge in words, with the names of what it is about as they are now. */
export async function readPledgeWords(tx: Executor, pledge: Pledge): Promise<string> {
  const [row] = await tx
    .select({ pledge: pledges, campaignName: campaigns.name, topicName: topics.name })
    .from(pledges)
    .leftJoin(
      campaigns,
      and(eq(campaigns.organizationId, pledges.organizationId), eq(campaigns.id, pledges.campaignId)),
    )
    .leftJoin(topics, and(eq(topics.organizationId, pledges.organizationId), eq(topics.id, pledges.topicId)))
    .where(isPledge(pledge));
  if (!row) throw new Error("a pledge is not deleted");
  return sayPledge({ ...row.pledge, ...row });
}
