import type { Random } from "#db/seed/random.ts";
import type { CompanySeed, PersonSeed, StorySeed } from "#db/seed/types.ts";

export const seedSizes = ["small", "medium", "large"] as const;
export type SeedSize = (typeof seedSizes)[number];

const workdaysPerQuarter = 60;
const shapes = {
  small: { people: 0, quarters: 1, sharing: 1, readership: 1 },
  medium: { people: 600, quarters: 4, sharing: 1, readership: 1 },
  // Ten million clicks.
  large: { people: 10_000, quarters: 4, sharing: 0.7, readership: 2.35 },
};

/** The same company with more people and a longer past: for measuring, not for reading. */
export function enlarge(seed: CompanySeed, size: SeedSize, random: Random): CompanySeed {
  const { people, quarters, sharing, readership } = shapes[size];
  if (size === "small") return seed;
  return {
    ...seed,
    sharing,
    readership,
    founded: seed.founded + (quarters - 1) * workdaysPerQuarter,
    people: [...seed.people, ...colleagues(seed, people - seed.people.length, random)],
    stories: Array.from({ length: quarters }, (_, quarter) =>
      quarter === 0 ? seed.stories : seed.stories.flatMap((story) => earlier(story, quarter)),
    ).flat(),
  };
}

function colleagues(seed: CompanySeed, count: number, random: Random): PersonSeed[] {
  const names = seed.people.map(({ name }) => name.split(" "));
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    key: `colleague ${index}`,
    email: `colleague.${index}@${seed.emailDomain}`,
    name: `${random.pick(names)[0]} ${random.pick(names).slice(1).join(" ")}`,
    jobTitle: random.pick(seed.people).jobTitle,
    team: random.pick(seed.teams),
    activity: random.next() * 1.9,
  }));
}

/** The story as an earlier year's quarter had it; what is still on the desk has no past. */
function earlier(story: StorySeed, quarter: number): StorySeed[] {
  const { life } = story;
  if (life.is !== "live" && life.is !== "expired" && life.is !== "archived") return [];
  const since = life.since + quarter * workdaysPerQuarter;
  const { waiting: _, ...rest } = story;
  return [
    {
      ...rest,
      key: `${story.key} ${quarter}`,
      title: `${story.title} (part ${quarter + 1})`,
      life: { is: "expired", since, time: life.time, afterDays: 50 },
    },
  ];
}
