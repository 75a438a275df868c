import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { closeDatabase, db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { env } from "#lib/env.ts";
import { listLiveStories } from "#lib/stories/feed/queries.ts";
import { readLibraryFilters } from "#lib/stories/library/filters.ts";
import { listLibrary } from "#lib/stories/library/queries.ts";
import { makeActor, makeOrganization } from "#lib/test/factories.ts";
import { Random } from "#lib/test/random.ts";
import { makeDatabases } from "./databases.ts";

const rounds = 7;
const batch = 2_000;

type Page = (actor: MemberActor) => Promise<unknown>;

/** How long a page of search results takes among many stories, with the full-text index and without it, on Postgres. */
export async function measureSearch() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { stories: { type: "string", default: "100000" } },
  });
  const databases = await makeDatabases();
  try {
    env.DATABASE_URL = await databases.create();
    await migrateDatabase();
    const actor = await makeActor((await makeOrganization()).id, ["curator"]);
    const words = makeWords();
    await fill(actor, words, Number(values.stories));

    const pages = pagesOf(words);
    const indexed = await timeAll(actor, pages);
    await db.execute(sql`drop index stories_search`);
    const unindexed = await timeAll(actor, pages);
    return Object.fromEntries(
      [...pages.keys()].map((name) => {
        const [fast = 0, slow = 0] = [indexed.get(name), unindexed.get(name)];
        return [name, { "ms indexed": round(fast), "ms unindexed": round(slow), ratio: round(slow / fast) }];
      }),
    );
  } finally {
    await closeDatabase();
    await databases.remove();
  }
}

/** What somebody looks for: the hundredth most frequent word is in a tenth of all stories, a rare one in a few. */
function pagesOf(words: string[]): Map<string, Page> {
  const [frequent = "", usual = "", rare = ""] = [words[5], words[150], words[19_000]];
  const searches = {
    "a frequent word": frequent,
    "a usual word": usual,
    "a rare word": rare,
    "the beginning of a word": usual.slice(0, -2),
    "two words": `${frequent} ${usual}`,
    "a phrase": `"${words[0]} ${words[1]}"`,
    "one word without another": `${usual} -${frequent}`,
  };
  return new Map<string, Page>(
    Object.entries(searches).flatMap(([name, q]) => [
      [
        `${name}, at the desk`,
        (actor) =>
          listLibrary(actor, {
            filters: readLibraryFilters({ q, sort: "fit", dir: "desc" }),
            place: { after: undefined, before: undefined },
          }),
      ],
      [`${name}, in the feed`, (actor) => listLiveStories(actor, { q, view: "all" })],
    ]),
  );
}

async function timeAll(actor: MemberActor, pages: Map<string, Page>): Promise<Map<string, number>> {
  const medians = new Map<string, number>();
  for (const [name, page] of pages) {
    await page(actor);
    const times: number[] = [];
    for (let at = 0; at < rounds; at++) {
      const startedAt = performance.now();
      await page(actor);
      times.push(performance.now() - startedAt);
    }
    medians.set(name, times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0);
  }
  return medians;
}

function makeWords(): string[] {
  const random = new Random(1);
  const word = () =>
    Array.from({ length: random.between(4, 10) }, () => random.pick([..."etaoinshrdlucmfwyp"])).join("");
  return [...new Set(Array.from({ length: 20_000 }, word))];
}

/** Stories of two years, of words that are as uneven as in a language: the n-th is 1/n as frequent as the first. */
async function fill(
  { organizationId, memberId }: MemberActor,
  words: string[],
  count: number,
): Promise<void> {
  const random = new Random(2);
  const text = (least: number, most: number) =>
    Array.from({ length: random.between(least, most) }, () => {
      const place = Math.floor(words.length ** random.next()) - 1;
      return words[place];
    }).join(" ");
  const now = Date.now();
  for (let made = 0; made < count; made += batch)
    await db.insert(stories).values(
      Array.from({ length: Math.min(batch, count - made) }, () => {
        const publishAt = new Date(now - random.next() * 730 * 86_400_000);
        return {
          ...{
            organizationId,
            id: newId(),
            kind: "text" as const,
            state: "approved" as const,
            authorId: memberId,
          },
          ...{
            title: text(5, 10),
            summary: text(20, 40),
            body: text(100, 200),
            publishAt,
            updatedAt: publishAt,
          },
        };
      }),
    );
  await db.execute(sql`analyze stories`);
}

const round = (value: number): number => Math.round(value * 10) / 10;
