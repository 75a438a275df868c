import { and, desc, eq, ilike, inArray, not, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import { languageConfigs } from "#db/text-search.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { parseSearch, patternOf, type Term } from "./parse-search.ts";

export type StorySearch = {
  /** The condition on `stories`. */
  where: SQL | undefined;
  /**
   * How well a story fits, and how new it is: ln(ts_rank) + its time in half years. Being half a year newer weighs as much as
   * fitting 2.7 times as well; the present is not in it, so that pages which are read one after the other follow each other.
   */
  score: SQL<number>;
};

/**
 * What a search means for this organization's stories; null when nothing is looked for. Whole words, phrases and the
 * beginning of the last word are found by the index, each in the languages that the stories are in. What the index
 * cannot know (Chinese, Japanese, Thai, emoji, `100%`, `snake_case`, a part of an address) and words that it does not
 * know are looked for letter by letter, among what the index left.
 */
export async function planSearch(actor: Actor, search: string): Promise<StorySearch | null> {
  const terms = parseSearch(search);
  if (terms.length === 0) return null;
  const configs = await listConfigs(actor);
  const knowledge = await askIndex(actor, terms, configs);
  const isWanted = ({ isExcluded }: Term) => !isExcluded;
  const indexed = terms.filter((term) => knowledge.get(term) === "known");
  const literal = terms.filter((term) => !knowledge.has(term) || knowledge.get(term) === "unknown");
  const ignored = terms.length - indexed.length - literal.length;
  // "The the" is words without a meaning to the index, but somebody looks for them.
  const spelled = ignored === terms.length ? terms : literal;

  const wanted = allOf(indexed.filter(isWanted), configs);
  const unwanted = indexed
    .filter(({ isExcluded }) => isExcluded)
    .map((term) => not(sql`${stories.search} @@ ${allOf([term], configs)}`));
  const where = and(
    wanted ? sql`${stories.search} @@ ${wanted}` : undefined,
    ...unwanted,
    ...spelled.map((term) => (term.isExcluded ? not(contains(term)) : contains(term))),
  );
  return { where, score: scoreOf(wanted) };
}

/** How many of the newest stories that match are put in order by how well they fit: what half of the library says is not weighed. */
const mostRanked = 1_000;

/** The newest of the stories that match: a frequent word is found on the way down by time, a rare one in the index. */
export function newestOf(
  where: SQL | undefined,
  time: typeof stories.publishAt | typeof stories.updatedAt,
): SQL {
  const newest = db
    .select({ id: stories.id })
    .from(stories)
    .where(where)
    .orderBy(desc(time), desc(stories.id))
    .limit(mostRanked);
  return inArray(stories.id, newest);
}

/** Where a story stands among the found: by its time alone when the index had no part in finding it. */
function scoreOf(wanted: SQL | null): SQL<number> {
  const halfYear = 182 * 86_400;
  const time = sql`extract(epoch from coalesce(${stories.publishAt}, ${stories.createdAt}))::float8 / ${sql.raw(String(halfYear))}`;
  return wanted ? sql`(ln(ts_rank(${stories.search}, ${wanted}) + 0.001) + ${time})` : sql`(${time})`;
}

/** Postgres' names for the languages that the organization's stories are in. One story in a language makes it one of them. */
async function listConfigs(actor: Actor): Promise<string[]> {
  const known = new Map<string, string>(languageConfigs);
  const languages = await listStoryLanguages(actor);
  return [...new Set(languages.map((language) => known.get(language.slice(0, 2)) ?? "simple"))].sort();
}

/** The languages that stories of the organization are in. */
export async function listStoryLanguages({ organizationId }: Actor): Promise<string[]> {
  // One step of the index per language: `distinct` would read every story.
  const present = sql`(
    with recursive present(language) as (
      select min(language) from stories where organization_id = ${organizationId}
      union all
      select (select min(language) from stories where organization_id = ${organizationId} and language > present.language)
      from present where present.language is not null
    )
    select language from present where language is not null) as present`;
  const rows = await db.select({ language: sql<string>`language` }).from(present);
  return rows.map(({ language }) => language);
}

type Knowledge = "known" | "unknown" | "meaningless";

/** What the index knows of each word: `meaningless` is one that a language leaves out, such as "the". */
async function askIndex(actor: Actor, terms: Term[], configs: string[]): Promise<Map<Term, Knowledge>> {
  const asked = terms.filter(({ isIndexed }) => isIndexed);
  if (asked.length === 0 || configs.length === 0) return new Map();
  const questions = asked.map((term) => {
    const left = sql.join(
      configs.map((config) => sql`numnode(${queryOf(term, config)}) = 0`),
      sql` or `,
    );
    const found = db
      .select({ one: sql`1` })
      .from(stories)
      .where(
        and(
          eq(stories.organizationId, actor.organizationId),
          sql`${stories.search} @@ ${allOf([term], configs)}`,
        ),
      )
      .limit(1);
    return sql`case when exists (${found}) then 'known' when ${left} then 'meaningless' else 'unknown' end`;
  });
  const [row] = await db
    .select({ answers: sql<Knowledge[]>`array[${sql.join(questions, sql`, `)}]` })
    .from(sql`(values (1)) as once`);
  return new Map(asked.map((term, at) => [term, row?.answers[at] ?? "unknown"]));
}

/** Every term, in one language or in another. */
function allOf(terms: Term[], configs: string[]): SQL | null {
  if (terms.length === 0) return null;
  const inLanguage = (config: string) =>
    sql`(${sql.join(
      terms.map((term) => queryOf(term, config)),
      sql` && `,
    )})`;
  return sql`(${sql.join(configs.map(inLanguage), sql` || `)})`;
}

function queryOf({ text, isPhrase, isPrefix }: Term, config: string): SQL {
  const name = sql.raw(`'${config}'::regconfig`);
  if (isPhrase) return sql`phraseto_tsquery(${name}, ${text})`;
  return sql`to_tsquery(${name}, ${`'${text.replaceAll("'", "''")}'${isPrefix ? ":*" : ""}`})`;
}

function contains({ text, isIndexed }: Term): SQL {
  const pattern = patternOf(text);
  const fields = [stories.title, stories.summary, stories.siteName, stories.url];
  // A word that is in no text is at most inside of one, such as the middle of an address: reading all texts for it takes long.
  const read = isIndexed ? fields : [...fields, stories.body];
  return or(...read.map((field) => ilike(field, pattern))) ?? sql`false`;
}
