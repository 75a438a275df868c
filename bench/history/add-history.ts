import type pg from "pg";
import { withClient } from "../databases.ts";

const months = 24;
const hosts = ["www.linkedin.com", "lnkd.in", "t.co", "news.test"];
const devices = ["desktop", "phone", "tablet"];

/** Two years of clicks before this month, spread over all links, with their roll-ups and with points for every member. */
export async function addHistory(databaseUrl: string, clicks: number): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    // The rows refer to links that are there: the checks would only take time.
    await client.query("set session_replication_role = replica");
    await client.query("set timezone = 'UTC'");
    for (let month = months; month >= 1; month -= 1) {
      await makePartition(client, month);
      await client.query(clicksOfMonth, [month, Math.round(clicks / months), hosts, devices]);
    }
    await client.query(hoursOfHistory);
    await client.query(originsOfHistory);
    await client.query(entriesOfHistory, [months * 30]);
    await client.query(daysOfHistory);
    await client.query("vacuum analyze");
  });
}

/** Points for one more click of nobody's, as the scorer would add them. */
export async function scoreOnce(client: pg.Client): Promise<void> {
  await client.query(`
    insert into score_entries
      (organization_id, id, position, hash, member_id, points, is_rewardable, rule, rule_set, fact_position, fact_kind,
        fact_id, story_id, share_id, inputs, reason, occurred_at, day)
    select organization_id, ${idAt("clock_timestamp()")}, (select max(position) + 1 from score_entries as all_entries
        where all_entries.organization_id = score_entries.organization_id), '', member_id, 0, true, rule, rule_set,
      fact_position, fact_kind, gen_random_uuid(), story_id, share_id, inputs, reason, now(), current_date
    from score_entries where rule = 'counted_click'
      and organization_id = (select organization_id from members where email = 'employee@acme.test')
    limit 1`);
}

async function makePartition(client: pg.Client, monthsAgo: number): Promise<void> {
  const { rows } = await client.query<{ name: string; from: string; to: string }>(
    `select to_char(start, '"clicks_"YYYY_MM') as name, start::text as from, (start + interval '1 month')::text as to
      from (select date_trunc('month', now()) - $1 * interval '1 month' as start) as month`,
    [monthsAgo],
  );
  for (const { name, from, to } of rows)
    await client.query(
      `create table if not exists ${name} partition of clicks for values from ('${from}') to ('${to}')`,
    );
}

/** A UUIDv7 of that moment. */
const idAt = (moment: string): string =>
  `overlay(replace(gen_random_uuid()::text, '-', '') placing
    lpad(to_hex((extract(epoch from ${moment}) * 1000)::bigint), 12, '0') || '7' from 1)::uuid`;

/** Each link is clicked in one hour of each day: an hour of a link then has some twenty clicks, as on a good day. */
const clicksOfMonth = `
  with link as (
    select organization_id, id, row_number() over (order by id) - 1 as place, count(*) over () as links from links
  ),
  hit as (
    select n, (n % (select max(links) from link)) as place, random() as chance,
      date_trunc('month', now()) - $1 * interval '1 month' + floor(random() * 28) * interval '1 day' as day
    from generate_series(1, $2) as n
  )
  insert into clicks
    (organization_id, id, link_id, visitor, batch_id, clicked_at, hour, kind, counted, referrer_host, device, scored_at)
  select organization_id, ${idAt("hour")}, link.id, gen_random_uuid(), md5($1 || ' ' || n / 100)::uuid, hour + chance * interval '59 minutes', hour,
    'human', true, ($3::text[])[1 + floor(random() * array_length($3::text[], 1))::int],
    ($4::text[])[1 + floor(random() * array_length($4::text[], 1))::int]::click_device, hour
  from hit join link using (place)
  cross join lateral (select day + ((place * 7 + extract(day from day)::int) % 24) * interval '1 hour' as hour) as at`;

/** Without the seed's, which have no batch and are in the roll-ups already. */
const clicksOfHistory = "clicks where hour < date_trunc('month', now()) and batch_id is not null";

const hoursOfHistory = `
  insert into click_hours (organization_id, link_id, hour, counted)
  select organization_id, link_id, hour, count(*) from ${clicksOfHistory} group by 1, 2, 3
  on conflict (organization_id, link_id, hour) do update set counted = click_hours.counted + excluded.counted`;

const originsOfHistory = `
  insert into click_origins (organization_id, link_id, month, referrer_host, device, country, counted)
  select organization_id, link_id, date_trunc('month', hour)::date, coalesce(referrer_host, ''),
    coalesce(device::text, ''), coalesce(country, ''), count(*)
  from ${clicksOfHistory} group by 1, 2, 3, 4, 5, 6
  on conflict (organization_id, link_id, month, referrer_host, device, country)
    do update set counted = click_origins.counted + excluded.counted`;

/** An entry for every member on every day that boards no longer show: what they show is the same in both companies. */
const entriesOfHistory = `
  insert into score_entries
    (organization_id, id, position, hash, member_id, points, is_rewardable, rule, rule_set, fact_position, fact_kind,
      fact_id, story_id, inputs, reason, occurred_at, day)
  select organization_id, ${idAt("at")}, 10000000 + row_number() over (partition by organization_id), '', members.id, 2, true,
    'counted_click', 1, 1, 'click', gen_random_uuid(),
    (select id from stories where stories.organization_id = members.organization_id limit 1), '{}', 'History', at, at::date
  from members cross join generate_series(now() - $1 * interval '1 day', now() - interval '90 days', interval '1 day') as at`;

const daysOfHistory = `
  insert into score_days (organization_id, member_id, day, points)
  select organization_id, member_id, day, sum(points) from score_entries group by 1, 2, 3
  on conflict (organization_id, member_id, day) do update set points = excluded.points`;
