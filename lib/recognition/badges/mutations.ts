import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { log } from "#lib/log.ts";
import { notify } from "#lib/notices/mutations.ts";
import { firstRules } from "#lib/scores/rule-set.ts";
import { readRuleSets } from "#lib/scores/rule-sets/queries.ts";
import { outStates } from "#lib/shares/went-out.ts";
import { type BadgeName, badges } from "./badges.ts";

/** Gives badges that were earned since. May be killed and run again: each is given once, and stays. */
export async function tendRecognition(): Promise<void> {
  for (const { id } of await db.select({ id: organizations.id }).from(organizations))
    await awardBadges(id).catch((error: unknown) =>
      log.warn({ err: error, organizationId: id }, "badges could not be given"),
    );
}

async function awardBadges(organizationId: string): Promise<void> {
  const { ownWords } = (await readRuleSets(db, organizationId)).at(-1) ?? firstRules;
  for (const [badge, earned] of Object.entries(earners(organizationId, ownWords.belowSimilarity)))
    await award(organizationId, badge, earned);
}

async function award(organizationId: string, badge: string, earners: SQL): Promise<void> {
  const actor = systemActor(organizationId, "tend-recognition");
  await db.transaction(async (tx) => {
    const given = await tx.execute(sql`
      insert into badges (organization_id, member_id, badge, earned_at)
      select ${organizationId}::uuid, earned.member_id, ${badge}, ${clock.now().toISOString()}::timestamptz
      from (${earners}) as earned
      on conflict do nothing returning member_id`);
    const rows = (given as { rows: { member_id: string }[] }).rows;
    for (const { member_id: memberId } of rows) {
      const [wants] = await tx
        .select({ id: members.id })
        .from(members)
        .where(
          and(
            eq(members.organizationId, organizationId),
            eq(members.id, memberId),
            isNull(members.recognitionOffAt),
          ),
        );
      if (wants)
        await notify(tx, actor, {
          kind: "badge.earned",
          memberId,
          data: { name: badges[badge as BadgeName].name },
          onceKey: `badge.earned ${badge}`,
        });
    }
  });
}

const wentOut = sql.raw(`state in (${outStates.map((state) => `'${state}'`).join(", ")})`);

const earners = (organizationId: string, ownBelow: number): Record<BadgeName, SQL> => ({
  first_share: sql`select member_id from shares where organization_id = ${organizationId} and ${wentOut} group by member_id`,
  own_words: sql`select member_id from shares where organization_id = ${organizationId} and ${wentOut}
    and similarity < ${ownBelow} group by member_id having count(*) >= 10`,
  idea_travels: sql`select stories.suggested_by_id as member_id from stories
    join shares on shares.organization_id = stories.organization_id and shares.story_id = stories.id
    join links on links.organization_id = shares.organization_id and links.share_id = shares.id
    join click_hours on click_hours.organization_id = links.organization_id and click_hours.link_id = links.id
    where stories.organization_id = ${organizationId} and stories.suggested_by_id is not null
    group by stories.suggested_by_id having sum(click_hours.counted) >= 100`,
  word_kept: sql`select member_id from pledges where organization_id = ${organizationId} and state = 'kept'
    and member_id is not null group by member_id having count(*) >= 3`,
});
