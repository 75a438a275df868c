import { daysAhead, type StoryHealth } from "./schemas.ts";

export type Advice = { sentence: string; href: string; act: string };

/** From this many days on, a suggestion has waited too long. */
const longWait = 3;

/** What to do next, the most urgent first, in plain sentences. */
export function adviseOn(health: StoryHealth): Advice[] {
  const { topics, neverShared, suggestions, oldestWait, sources } = health;
  const dry = topics.filter(({ live, coming }) => live === 0 && coming === 0);
  const drying = topics.filter(({ live, coming, expiring }) => live > 0 && expiring === live && coming === 0);
  const advice: (Advice | false)[] = [
    suggestions > 0 &&
      (oldestWait ?? 0) >= longWait && {
        sentence: `A colleague's suggestion has waited for ${sayDays(oldestWait ?? 0)}: answer it, or they will not suggest again.`,
        href: "/desk/stories?state=in_review&suggested=yes",
        act: "See what waits",
      },
    dry.length > 0 && {
      sentence: `Nothing about ${sayNames(dry)} is live, and nothing is planned: write a story, or approve one.`,
      href: "/desk/stories/new",
      act: "Write a story",
    },
    drying.length > 0 && {
      sentence: `Everything about ${sayNames(drying)} expires within ${daysAhead} days, and nothing follows: plan the next story, or let one stay longer.`,
      href: "/desk/calendar",
      act: "Open the calendar",
    },
    neverShared > 0 && {
      sentence:
        neverShared === 1
          ? "A live story has never been shared: give it a caption that sounds like a person, or archive it."
          : `${neverShared} live stories have never been shared: give them captions that sound like a person, or archive them.`,
      href: "/desk/stories?state=live&shared=never",
      act: neverShared === 1 ? "See it" : "See them",
    },
    sources.failing > 0 && {
      sentence: `${sources.failing === 1 ? "A source cannot" : `${sources.failing} sources cannot`} be read just now: look at what it says, and mend its address.`,
      href: "/desk/sources",
      act: "See the sources",
    },
  ];
  return advice.filter((each) => each !== false);
}

export const sayDays = (days: number): string =>
  days < 1 ? "less than a day" : days === 1 ? "1 day" : `${days} days`;

const mostNamed = 3;

function sayNames(topics: { name: string }[]): string {
  const names = topics.slice(0, mostNamed).map(({ name }) => name);
  const others = topics.length - names.length;
  if (others > 0) names.push(others === 1 ? "another topic" : `${others} other topics`);
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
}
