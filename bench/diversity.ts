import { parseArgs } from "node:util";
import { closeDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { env } from "#lib/env.ts";
import { createRecentPosts } from "#lib/shares/sameness/recent-posts.ts";
import { behaviour, captionTexts } from "#lib/test/diversity/model.ts";
import { nearIdentical } from "#lib/test/diversity/pairs.ts";
import { simulateGuard, simulateWithout } from "#lib/test/diversity/simulate.ts";
import { Random } from "#lib/test/random.ts";
import { makeDatabases } from "./databases.ts";

/** How alike colleagues sound with and without the diversity guard, and how long the composer's sameness answer takes. */
export async function measureDiversity() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      employees: { type: "string", default: "500" },
      posts: { type: "string", default: "20000" },
      seed: { type: "string", default: "1" },
    },
  });
  const [employees, seed] = [Number(values.employees), Number(values.seed)];
  console.log(`${employees} employees, ${captionTexts.length} captions; ${JSON.stringify(behaviour)}`);
  const databases = await makeDatabases();
  try {
    env.DATABASE_URL = await databases.create();
    await migrateDatabase();
    const startedAt = performance.now();
    const guarded = await simulateGuard(employees, seed);
    const perShare = (performance.now() - startedAt) / employees;
    return {
      "near-identical pairs within, %: everybody the first caption": nearIdentical(
        simulateWithout(employees, seed, "first"),
      ),
      "near-identical pairs within, %: a caption by chance": nearIdentical(
        simulateWithout(employees, seed, "random"),
      ),
      "near-identical pairs within, %: the guard": nearIdentical(guarded),
      "ms for opening and handing over a share": { mean: round(perShare) },
      [`sameness among ${values.posts} recent posts, all different`]: measureSameness(Number(values.posts)),
    };
  } finally {
    await closeDatabase();
    await databases.remove();
  }
}

/** Every post is of other words: the most that there can be to compare with. */
function measureSameness(count: number) {
  const random = new Random(1);
  const words = Array.from({ length: 4_000 }, () =>
    Array.from({ length: random.between(2, 10) }, () => random.pick([..."etaoinshrdlucmfwyp"])).join(""),
  );
  const write = () => Array.from({ length: random.between(15, 45) }, () => random.pick(words)).join(" ");
  const texts = Array.from({ length: count }, write);
  const startedAt = performance.now();
  const posts = createRecentPosts();
  for (const [index, text] of texts.entries())
    posts.add({ text, memberId: `${index}`, network: "linkedin", at: index });
  const learnedMs = performance.now() - startedAt;
  const times = Array.from({ length: 200 }, () => {
    const text = random.pick(texts);
    const askedAt = performance.now();
    posts.compare({ text, network: "linkedin", memberId: "me", since: 0 });
    return performance.now() - askedAt;
  }).toSorted((a, b) => a - b);
  return {
    "ms to learn all": round(learnedMs),
    "median ms": round(times[100] ?? 0),
    "p99 ms": round(times[197] ?? 0),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
