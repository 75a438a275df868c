import { listLanguages } from "#lib/stories/languages.ts";
import type { StoryDetails } from "#lib/stories/schemas.ts";

/** Who sees the story, when, and where it belongs. */
export function StoryFacts({ story }: { story: StoryDetails }) {
  const facts: [name: string, value: string][] = [
    ["For", sayAudience(story)],
    ["Topics", story.topicNames.join(", ") || "None"],
    ["Campaign", story.campaignName ?? "None"],
    ["Goes live", sayLocal(story.publishAt) ?? "As soon as it is approved"],
    ["Expires", sayLocal(story.expiresAt) ?? "Never"],
    ["Language", listLanguages(story.language).find(({ tag }) => tag === story.language)?.name ?? ""],
    ["Written by", story.authorName],
    ...(story.editedByName ? ([["Edited by", story.editedByName]] satisfies [string, string][]) : []),
  ];
  return (
    <dl
      lang="en"
      className="grid grid-cols-[7rem_1fr] gap-x-4 gap-y-1.5 border-t border-line pt-4 text-sm leading-5"
    >
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-quiet">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function sayAudience({ audience, teamNames, audienceName }: StoryDetails): string {
  if (audience === "everyone") return "Everyone";
  return audience === "teams" ? teamNames.join(", ") : (audienceName ?? "");
}

/** `2026-11-25T09:00` as people write it. It is a time of the organization already, so no zone is applied. */
function sayLocal(local: string | null): string | null {
  if (!local) return null;
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(
    new Date(`${local}Z`),
  );
}
