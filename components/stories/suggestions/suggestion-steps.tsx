import { sayDay } from "#lib/calendar.ts";
import type { SuggestionStep } from "#lib/stories/suggestions/schemas.ts";

type SuggestionStepsProps = { steps: SuggestionStep[]; now: Date; timeZone: string };

/** What happened to a suggestion, with who decided and what they said. */
export function SuggestionSteps({ steps, now, timeZone }: SuggestionStepsProps) {
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
