import type { NewClick } from "./mutations.ts";

type Value = string | boolean | null;

/** What the statement is given of each hit, and what Postgres calls it. */
const columns: Record<string, { type: string; of: (hit: NewClick, isFirst: boolean) => Value }> = {
  organization_id: { type: "uuid", of: (hit) => hit.organizationId },
  id: { type: "uuid", of: (hit) => hit.id },
  link_id: { type: "uuid", of: (hit) => hit.linkId },
  visitor: { type: "uuid", of: (hit) => hit.visitor },
  clicked_at: { type: "timestamptz", of: (hit) => hit.clickedAt.toISOString() },
  kind: { type: "click_kind", of: (hit) => hit.kind },
  exclusion: { type: "click_exclusion", of: (hit) => hit.exclusion },
  device: { type: "click_device", of: (hit) => hit.device },
  country: { type: "text", of: (hit) => hit.country },
  referrer_host: { type: "text", of: (hit) => hit.referrerHost },
  is_first: { type: "boolean", of: (_hit, isFirst) => isFirst },
};

const names = Object.keys(columns);
const hitNames = names.filter((name) => name !== "is_first").join(", ");
const batch = `$${names.length + 1}::uuid`;

const insertInto = `insert into clicks (${hitNames}, hour, batch_id, counted)`;
const select = `select ${hitNames}, date_trunc('hour', clicked_at, 'UTC'), ${batch}`;

/**
 * Stores hits in one statement, so all of them or none. First those that count, if nobody counted that visitor, link and
 * hour before: the unique index decides, also between processes. Then the others, and those that were not the first
 * after all. A hit that is stored already is left as it is. Answers with the organizations that have a new counted click.
 */
const text = `
  with hits as materialized (
    select * from unnest(${names.map((name, index) => `$${index + 1}::${columns[name]?.type}[]`).join(", ")})
      as hit (${names.join(", ")})
  ), batches as (
    insert into click_batches (organization_id, id, hour)
      select organization_id, ${batch}, date_trunc('hour', min(clicked_at), 'UTC') from hits group by organization_id
  ), counted as (
    ${insertInto} ${select}, true from hits where is_first on conflict do nothing returning organization_id, id
  ), others as (
    ${insertInto} ${select}, false from hits where id not in (select id from counted) on conflict do nothing
  )
  select distinct organization_id from counted`;

/** @param first the hits that count among these */
export function insertStatement(hits: readonly NewClick[], first: ReadonlySet<NewClick>, batchId: string) {
  const arrays = Object.values(columns).map(({ of }) => hits.map((hit) => of(hit, first.has(hit))));
  return { name: "insert-clicks", text, values: [...arrays, batchId] };
}
