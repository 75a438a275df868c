import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { sayDay } from "#lib/calendar.ts";
import type { StoryState } from "#lib/stories/schemas.ts";
import type { Suggestion, SuggestionStep } from "#lib/stories/suggestions/schemas.ts";

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
          <Steps steps={suggestion.steps} now={now} timeZone={timeZone} />
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
        </li>
      ))}
    </ul>
  );
}

function Steps({ steps, now, timeZone }: { steps: SuggestionStep[]; now: Date; timeZone: string }) {
  return (
    <ol className="my-1 grid gap-1.5 border-l border-line pl-4 text-sm leading-5">
      {steps.map(({ what, at, byName, words }) => (
        <li key={`${what} ${at.toISOString()}`}>
          {stepNames[what]}
          {byName ? ` by ${byName}` : ""}{" "}
          <time dateTime={at.toISOString()} className="text-quiet">
            {sayDay(at, now, timeZone)}
          </time>
          {words ? (
            <span dir="auto" className="mt-0.5 block max-w-measure whitespace-pre-line text-quiet">
              “{words}”
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

const stepNames: Record<SuggestionStep["what"], string> = {
  suggested: "Suggested",
  sent_back: "Sent back to be reworked",
  handed_in: "Handed in again",
  approved: "Approved",
  declined: "Declined",
  live: "Live",
  archived: "Taken out of the library",
};

const whole = new Intl.NumberFormat("en-GB");

const standings: Record<StoryState, string> = {
  draft: "With the comms team",
  in_review: "In review",
  changes_requested: "Being reworked",
  approved: "Approved",
  rejected: "Not this time",
  archived: "Had its time",
};
