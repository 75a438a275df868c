import type { StoryState } from "#lib/stories/schemas.ts";
import { type AudiencePerson, type AudienceRule, matchesRule } from "../rule.ts";
import { type Names, sayRule } from "../words.ts";

/** What decides whether somebody sees a story. */
export type AskedStory = {
  state: StoryState;
  publishAt: Date | null;
  expiresAt: Date | null;
  audience: "everyone" | "teams" | "rule";
  teams: { id: string; name: string }[];
  /** Null when there is none that can be read. */
  rule: AudienceRule | null;
  audienceName: string | null;
};

/** Whether a person sees a story now, and what it hangs on. Says in words what `isLiveFor` asks in SQL. */
export function sayWhy(story: AskedStory, person: AudiencePerson, names: Names, now: Date): string {
  const { state, publishAt, expiresAt } = story;
  if (state !== "approved") return "No: the story is not approved.";
  if (expiresAt && expiresAt <= now) return "No longer: the story has expired.";
  if (!publishAt || publishAt > now) return "Not yet: the story goes live later.";
  if (story.audience === "everyone") return "Yes: the story is for everyone.";
  if (story.audience === "teams") return sayTeams(story, person);
  return sayAudience(story, person, names);
}

function sayTeams({ teams }: AskedStory, { teamId }: AudiencePerson): string {
  const own = teams.find(({ id }) => id === teamId);
  if (own) return `Yes: the story is for ${own.name}.`;
  return `No: the story is only for ${list.format(teams.map(({ name }) => name))}.`;
}

function sayAudience({ rule, audienceName }: AskedStory, person: AudiencePerson, names: Names): string {
  const name = audienceName ?? "its audience";
  if (!rule) return `No: ${name} means nobody, as its rule cannot be read.`;
  if (matchesRule(rule, person)) return `Yes: ${name} means them.`;
  const { match } = rule;
  const failing = rule.conditions.filter(
    (condition) => !matchesRule({ match, conditions: [condition] }, person),
  );
  return `No: what ${name} asks does not hold: ${sayRule({ match, conditions: failing }, names)}.`;
}

const list = new Intl.ListFormat("en");
