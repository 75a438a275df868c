import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { closeDatabase, db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { migrateDatabase } from "#db/migrate.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { getBoard } from "#lib/boards/queries.ts";
import { boardFilters } from "#lib/boards/schemas.ts";
import { turnBoards } from "#lib/boards/turns/mutations.ts";
import { clock } from "#lib/clock.ts";
import { addDays, dayIn } from "#lib/day.ts";
import { env } from "#lib/env.ts";
import { appendFacts } from "#lib/scores/journal/mutations.ts";
import { makeActor, makeOrganization } from "#lib/test/factories.ts";
import { makeDatabases, withClient } from "./databases.ts";

const rounds = 9;
const peopleInTeam = 25;
const batch = 500;
const dayMs = 86_400_000;

/** What boards cost to read and to keep, against a plain aggregate over the ledger, in small and large organizations with short and long histories, on Postgres. */
export async function measureBoards() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      people: { type: "string", default: "1000,100000" },
      facts: { type: "string", default: "100000,10000000" },
    },
  });
  const databases = await makeDatabases();
  const results: Record<string, unknown> = {};
  try {
    for (const people of values.people.split(",").map(Number))
      for (const facts of values.facts.split(",").map(Number)) {
        env.DATABASE_URL = await databases.create();
        await migrateDatabase();
        results[`${people} people, ${facts} facts`] = await measure(people, facts);
        await closeDatabase();
      }
    return results;
  } finally {
    await closeDatabase();
    await databases.remove();
  }
}

async function measure(people: number, facts: number) {
  const actor = await makeActor((await makeOrganization({ timeZone: "UTC" })).id);
  const filledAt = performance.now();
  await fill(actor, people, facts);
  console.log(`${people} people and ${facts} facts written in ${seconds(filledAt)} s.`);

  const firstTurn = await time(1, () => turnBoards(actor.organizationId));
  const viewer = { ...actor, memberId: await findMiddle(actor) };
  const people30 = await time(rounds, () => getBoard(viewer, boardFilters.parse({})));
  const teams30 = await time(rounds, () => getBoard(viewer, boardFilters.parse({ view: "teams" })));
  const aggregate = await time(3, () => aggregateOf(actor));
  const scored = await scorePerSecond(actor);
  const { now } = clock;
  clock.now = () => new Date(now().getTime() + dayMs);
  const nextTurn = await time(1, () => turnBoards(actor.organizationId));
  clock.now = now;
  return {
    "board ms": round(people30),
    "teams ms": round(teams30),
    "aggregate ms": round(aggregate),
    ratio: Math.round(aggregate / people30),
    "facts scored/s": Math.round(scored),
    "turn ms": Math.round(nextTurn),
    "first turn ms": Math.round(firstTurn),
  };
}

/** Somebody in the middle of the board: half of those on it have to be counted for their place. */
async function findMiddle({ organizationId }: MemberActor): Promise<string> {
  const found = (await db.execute(sql`select member_id as id from standings
    where organization_id = ${organizationId} and board = '30' and is_listed
    order by shown desc offset (select count(*) / 2 from standings where board = '30' and is_listed) limit 1`)) as {
    rows: { id: string }[];
  };
  return found.rows[0]?.id ?? "";
}

/** What a board would be without standings: the least that has to be read of the ledger for its fifty rows. */
const aggregateOf = ({ organizationId }: MemberActor) =>
  withClient(env.DATABASE_URL ?? "", (client) =>
    client.query(
      `select member_id, sum(points) from score_entries where organization_id = $1 and day > $2
        group by member_id order by sum(points) desc limit 50`,
      [organizationId, addDays(dayIn("UTC", clock.now()), -30)],
    ),
  );

/** Clicks on shares of everybody, as the scorer takes them. */
async function scorePerSecond(actor: MemberActor): Promise<number> {
  const { organizationId } = actor;
  const rows = (await db.execute(
    sql`select id from members where organization_id = ${organizationId} limit 2000`,
  )) as {
    rows: { id: string }[];
  };
  const sharers = rows.rows.map(({ id }) => ({ memberId: id, shareId: newId(), storyId: newId() }));
  const day = dayIn("UTC", clock.now());
  const startedAt = performance.now();
  const batches = 20;
  for (let made = 0; made < batches; made += 1)
    await db.transaction((tx) =>
      appendFacts(
        tx,
        organizationId,
        Array.from({ length: batch }, (_, index) => {
          const sharer = sharers[(made * batch + index * 7) % sharers.length];
          if (!sharer) throw new Error("There are members.");
          return {
            ...{ organizationId, kind: "click" as const, factId: newId(), ...sharer },
            ...{ occurredAt: clock.now(), day, data: { title: "A story", network: "linkedin" as const } },
          };
        }),
      ),
    );
  return (batches * batch) / ((performance.now() - startedAt) / 1000);
}

/** Rows as the scorer writes them, of two years, ten facts on a member's day; checks are left to what is measured. */
async function fill({ organizationId }: MemberActor, people: number, facts: number): Promise<void> {
  const today = dayIn("UTC", clock.now());
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`insert into teams (organization_id, id, name)
      select ${organizationId}::uuid, gen_random_uuid(), 'Team ' || n from generate_series(1, ${Math.ceil(people / peopleInTeam)}::int) n`);
    await tx.execute(sql`create temp table sharers on commit drop as
      with numbered as (select id, row_number() over () as n, count(*) over () as count from teams)
      select gen_random_uuid() as id, p as place, t.id as team_id from generate_series(0, ${people - 1}::int) p
      join numbered t on t.n = p % t.count + 1`);
    await tx.execute(sql`insert into members (organization_id, id, email, name, board_name, alias, team_id, joined_at)
      select ${organizationId}::uuid, id, 'p' || place || '@acme.test', 'Person ' || place,
        (case place % 20 when 0 then 'absent' when 1 then 'alias' else 'name' end)::board_name, 'Alias ' || place, team_id, now()
      from sharers`);
    await tx.execute(sql`create unique index on sharers (place)`);
    await tx.execute(sql`analyze sharers`);
    // Indexes are made anew at the end, which is faster; rows that nobody else reads need no log of writes.
    await tx.execute(sql`alter table score_entries set unlogged`);
    await tx.execute(
      sql`alter table score_entries drop constraint score_entries_fact, drop constraint score_entries_position`,
    );
    await tx.execute(sql`drop index score_entries_fact_position, score_entries_member, score_entries_share`);
    await tx.execute(sql`
      insert into score_entries (organization_id, id, member_id, position, hash, points, is_rewardable, rule, rule_set,
        fact_position, fact_kind, fact_id, story_id, share_id, inputs, reason, occurred_at, day)
      select ${organizationId}::uuid, gen_random_uuid(), sharers.id, n, md5(n::text) || md5((n + 1)::text), 2, true,
        'counted_click', 1, n, 'click', gen_random_uuid(), null, md5((n / 100)::text)::uuid,
        '{"network": "linkedin", "earnedBefore": 0, "isWithdrawn": false}', 'A click on “A story”.',
        ${today}::date - (n / 10 * 7919 % 730)::int, ${today}::date - (n / 10 * 7919 % 730)::int
      from generate_series(1::bigint, ${facts}::bigint) n
      join sharers on sharers.place = (n / 10 * 104729) % ${people}::int`);
    await tx.execute(sql`insert into score_days (organization_id, member_id, day, points, reward_points)
      select organization_id, member_id, day, sum(points), sum(points) from score_entries group by 1, 2, 3`);
    await tx.execute(sql`insert into score_chains (organization_id, facts, entries, hash)
      values (${organizationId}, ${facts}, ${facts}, md5('last'))`);
    await tx.execute(sql`alter table score_entries
      add constraint score_entries_position unique (organization_id, position),
      add constraint score_entries_fact unique (organization_id, rule, fact_id, member_id)`);
    await tx.execute(
      sql`create index score_entries_fact_position on score_entries (organization_id, fact_position)`,
    );
    await tx.execute(
      sql`create index score_entries_member on score_entries (organization_id, member_id, occurred_at desc)`,
    );
    await tx.execute(sql`create index score_entries_share on score_entries (organization_id, share_id, points)
      where share_id is not null`);
  });
  await withClient(env.DATABASE_URL ?? "", (client) =>
    client.query("vacuum analyze members, teams, score_entries, score_days"),
  );
}

async function time(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const startedAt = performance.now();
    await work();
    taken.push(performance.now() - startedAt);
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

const seconds = (since: number) => Math.round((performance.now() - since) / 1000);
const round = (value: number): number => Math.round(value * 10) / 10;
