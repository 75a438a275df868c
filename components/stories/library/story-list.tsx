import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { buttonClasses } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useKeys } from "#components/ui/use-keys.ts";
import type { LibraryFilters, LibraryPlace } from "#lib/stories/library/filters.ts";
import { libraryQuery } from "#lib/stories/library/query-options.ts";
import type { LibraryChoices } from "#lib/stories/library/schemas.ts";
import { editorAddress } from "../desk/addresses.ts";
import { libraryAddress } from "./address.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { StoryTable } from "./story-table.tsx";
import type { Changes } from "./use-changes.ts";
import { useChoice } from "./use-choice.ts";

type StoryListProps = {
  organizationId: string;
  filters: LibraryFilters;
  place: LibraryPlace;
  choices: LibraryChoices;
  changes: Changes;
  onSort: (order: Pick<LibraryFilters, "sort" | "dir">) => void;
  now: Date;
  timeZone: string;
};

/** What the filters found: its pages, and what is chosen on them. */
export function StoryList(props: StoryListProps) {
  const { organizationId, filters, place, choices, changes, onSort, now, timeZone } = props;
  const router = useRouter();
  const { data: page, isError } = useQuery(libraryQuery(organizationId, filters, place));
  const stories = page?.stories ?? [];
  const choice = useChoice(stories);
  const [askedAt, setAt] = useState(0);
  const at = Math.min(askedAt, Math.max(stories.length - 1, 0));
  const here = stories[at];
  const moveTo = (to: number, isRange: boolean) => {
    const story = stories[Math.max(0, Math.min(to, stories.length - 1))];
    if (!story) return;
    if (isRange) choice.extend(story.id);
    setAt(stories.indexOf(story));
    document.getElementById(`story-${story.id}`)?.focus();
  };
  useKeys({
    j: () => moveTo(at + 1, false),
    k: () => moveTo(at - 1, false),
    "shift j": () => moveTo(at + 1, true),
    "shift k": () => moveTo(at - 1, true),
    x: () => here && choice.toggle(here.id, false),
    "shift x": () => here && choice.toggle(here.id, true),
    e: () => here && router.push(editorAddress(here.id)),
    u: changes.undoLast,
    "/": () => document.getElementById("library-search")?.focus(),
    Escape: choice.clear,
  });

  if (page && page.total === 0)
    return (
      <EmptyState
        title="No story matches"
        action={
          <Link href="/desk/stories" className={buttonClasses()}>
            Show all stories
          </Link>
        }
      >
        Take a filter away, or look for another word.
      </EmptyState>
    );
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm text-quiet">
        <p role="status" className="tabular">
          {page ? `${page.total.toLocaleString("en")} ${page.total === 1 ? "story" : "stories"}` : "Reading"}
          {isError ? ". They could not be read again just now; this is how they were." : ""}
        </p>
        <p className="hidden sm:pointer-fine:block">
          j k move · x choose · shift chooses a range · e edit · a archive · u undo
        </p>
      </div>
      <StoryTable
        stories={stories}
        filters={filters}
        choice={choice}
        at={at}
        onAt={setAt}
        onSort={onSort}
        now={now}
        timeZone={timeZone}
      />
      <nav aria-label="Pages" className="flex gap-2">
        {page?.before ? (
          <PageLink name="Back" href={libraryAddress({ ...filters, before: page.before })} />
        ) : null}
        {page?.after ? (
          <PageLink name="Next" href={libraryAddress({ ...filters, after: page.after })} />
        ) : null}
      </nav>
      {choice.chosen.size > 0 ? (
        <BulkBar
          filters={filters}
          choices={choices}
          choice={choice}
          total={page?.total ?? 0}
          changes={changes}
        />
      ) : null}
    </>
  );
}

function PageLink({ name, href }: { name: string; href: string }) {
  return (
    <Link href={href} className={buttonClasses("secondary", "sm")}>
      {name}
    </Link>
  );
}
