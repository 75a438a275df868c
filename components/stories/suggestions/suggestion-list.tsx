import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { sayDay } from "#lib/calendar.ts";
import type { StoryState } from "#lib/stories/schemas.ts";
import type { Suggestion } from "#lib/stories/suggestions/schemas.ts";
import { SuggestionSteps } from "./suggestion-steps.tsx";

type SuggestionListProps = { suggestions: Suggestion[]; now: Date; timeZone: string };

/** What became of a person's own suggestions. */
export function SuggestionList({ suggestions, now, timeZone }: SuggestionListProps) {
  if (suggestions.length === 0)
    return (
      <p className="text-quiet">
        Nothing yet. Your first suggestion will appear here, with what became of it.
      </p>
    );
  return (
    <ul className="grid divide-y divide-line border-y border-line">
      {suggestions.map((suggestion) => (
        <li key={suggestion.id} className="grid gap-1 py-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-quiet">
            <Badge tone={suggestion.isLive ? "accent" : "plain"}>
              {suggestion.isLive ? "Live" : standings[suggestion.state]}
            </Badge>
            {suggestion.siteName}
            <time dateTime={suggestion.suggestedAt.toISOString()}>
              {sayDay(suggestion.suggestedAt, now, timeZone)}
            </time>
          </p>
          <p dir="auto" className="font-serif text-lg leading-6">
            {suggestion.isLive ? (
              <Link href={`/stories/${suggestion.id}`} className="hover:underline">
                {suggestion.title}
              </Link>
            ) : (
              suggestion.title
            )}
          </p>
          <SuggestionSteps steps={suggestion.steps} now={now} timeZone={timeZone} />
          {suggestion.reached === null ? null : (
            <p className="flex flex-wrap items-center gap-x-2 text-sm">
              Your idea reached{" "}
              <span className="tabular font-medium">
                {whole.format(suggestion.reached)} {suggestion.reached === 1 ? "reader" : "readers"}
              </span>
              <Badge tone="measured">measured</Badge>
              <span className="text-quiet">counted clicks on everybody’s links</span>
            </p>
          )}
          {suggestion.steps.some(({ what }) => what === "approved") ? (
            <p className="text-sm">
              <Link
                href={`/suggest/${suggestion.id}`}
                className="text-accent underline underline-offset-4"
                aria-label={`What came back of ${suggestion.title}`}
              >
                What came back
              </Link>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const whole = new Intl.NumberFormat("en-GB");

const standings: Record<StoryState, string> = {
  draft: "With the comms team",
  in_review: "In review",
  changes_requested: "Being reworked",
  approved: "Approved",
  rejected: "Not this time",
  archived: "Had its time",
};
