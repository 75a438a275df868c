import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { pledges } from "#db/schema/pledges.ts";
import { audit } from "#lib/audit/mutations.ts";
import { type SystemActor, systemActor } from "#lib/auth/actor.ts";
import { getToday } from "#lib/campaigns/queries.ts";
import { clock } from "#lib/clock.ts";
import { addDays, type Day, mondayOf } from "#lib/day.ts";
import { log } from "#lib/log.ts";
import { notify } from "#lib/notices/mutations.ts";
import { scoreKeptPledge } from "#lib/scores/mutations.ts";
import { outcomeOf } from "../asked.ts";
import { readPledgeWords, tellDependents } from "../dependents/mutations.ts";
import { isPledge } from "../queries.ts";
import { type PledgeRow, readStandings, type Standing } from "../standing/queries.ts";

/** Settles what is over and reminds whoever chose today. May be killed and run again; each is told once. */
export async function tendPledges(): Promise<void> {
  const open = await db.select().from(pledges).where(eq(pledges.state, "open"));
  for (const pledge of open)
    await tendPledge(systemActor(pledge.organizationId, "tend-pledges"), pledge).catch((error: unknown) =>
      log.warn({ err: error, pledgeId: pledge.id }, "a pledge could not be looked after"),
    );
}

async function tendPledge(actor: SystemActor, pledge: PledgeRow): Promise<void> {
  const { today } = await getToday(actor);
  const standing = (await readStandings(db, actor.organizationId, [pledge])).get(pledge.id);
  if (!standing) return;
  const outcome = outcomeOf(pledge, standing.asked, standing.done, today);
  if (outcome !== "open") await settle(actor, pledge, outcome, standing);
  else if (isReminderDay(pledge, today) && !standing.rests(today))
    await remind(actor, pledge, today, standing);
}

const isReminderDay = ({ remindOn, startsOn }: PledgeRow, today: Day): boolean =>
  remindOn !== null && startsOn <= today && addDays(mondayOf(today), remindOn - 1) === today;

async function settle(
  actor: SystemActor,
  pledge: PledgeRow,
  outcome: "kept" | "missed" | "rested",
  { networks }: Standing,
): Promise<void> {
  const rested = outcome === "rested";
  await db.transaction(async (tx) => {
    const settled = await tx
      .update(pledges)
      .set({
        state: rested ? "released" : outcome,
        settledAt: clock.now(),
        releaseReason: rested ? "It rested all the time." : "",
      })
      .where(and(isPledge(pledge), eq(pledges.state, "open")))
      .returning();
    if (settled.length === 0) return;
    const title = await readPledgeWords(tx, pledge);
    const news = { kind: "pledge.settled" as const, data: { pledgeId: pledge.id, title, outcome } };
    await audit(tx, actor, "pledge.settle", pledge.id, { outcome });
    await tellDependents(tx, actor, pledge, news);
    await notify(tx, actor, {
      ...news,
      memberId: pledge.memberId ?? pledge.madeById,
      onceKey: `pledge.settled ${pledge.id}`,
    });
    // A team's promise is the team's: there is nobody to give the points to.
    if (outcome === "kept" && pledge.memberId)
      await scoreKeptPledge(tx, actor, { pledgeId: pledge.id, memberId: pledge.memberId, title, networks });
  });
}

async function remind(
  actor: SystemActor,
  pledge: PledgeRow,
  today: Day,
  { done, asked }: Standing,
): Promise<void> {
  await db.transaction((tx) =>
    notify(tx, actor, {
      kind: "pledge.reminder",
      memberId: pledge.memberId ?? pledge.madeById,
      data: { pledgeId: pledge.id, done, asked: asked.shares, endsOn: asked.endsOn },
      onceKey: `pledge.reminder ${pledge.id} ${today}`,
    }),
  );
}
