import Link from "next/link";
import type { DeskQueue } from "#lib/stories/desk/schemas.ts";
import type { StoryState } from "#lib/stories/schemas.ts";
import { deskAddress } from "./addresses.ts";

const tabs: [StoryState, string][] = [
  ["in_review", "In review"],
  ["draft", "Drafts"],
  ["changes_requested", "Changes asked for"],
  ["approved", "Approved"],
  ["rejected", "Rejected"],
  ["archived", "Archived"],
];

export function DeskTabs({ queue }: { queue: DeskQueue }) {
  return (
    <nav aria-label="Queues" className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex min-w-max gap-6 border-b border-line">
        {tabs.map(([state, name]) => (
          <li key={state}>
            <Link
              href={deskAddress(state)}
              aria-current={state === queue.tab ? "page" : undefined}
              className="-mb-px inline-flex items-baseline gap-1.5 border-b-2 border-transparent py-2.5 text-sm font-medium whitespace-nowrap text-quiet hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:text-ink"
            >
              {name}
              <span className="tabular text-xs text-quiet">{queue.counts[state]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
