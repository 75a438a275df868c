import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { sayDay } from "#lib/calendar.ts";
import { cn } from "#lib/cn.ts";
import { type LibraryFilters, orderOf, type Sort, usualDirection } from "#lib/stories/library/filters.ts";
import type { LibraryStory } from "#lib/stories/library/schemas.ts";
import { stateNames } from "#lib/stories/state-names.ts";
import { editorAddress } from "../desk/addresses.ts";
import type { Choice } from "./use-choice.ts";

type StoryTableProps = {
  stories: LibraryStory[];
  filters: LibraryFilters;
  choice: Choice;
  /** The line that the keys act on. */
  at: number;
  onAt: (at: number) => void;
  onSort: (order: Pick<LibraryFilters, "sort" | "dir">) => void;
  now: Date;
  timeZone: string;
};

const heads: [sort: Sort | null, name: string, classes: string][] = [
  ["title", "Story", "w-full"],
  [null, "State", "max-sm:hidden"],
  ["publish", "Goes live", "max-lg:hidden"],
  ["expires", "Expires", "max-lg:hidden"],
  ["shares", "Shares", "text-right max-md:hidden"],
  ["clicks", "Clicks", "text-right max-sm:hidden"],
  ["updated", "Changed", "max-md:hidden"],
];

const whole = new Intl.NumberFormat("en-GB");

/** One line a story; on a phone what the columns say stands under its title. */
export function StoryTable({ stories, filters, choice, at, onAt, onSort, now, timeZone }: StoryTableProps) {
  const day = (moment: string | null) => (moment ? sayDay(new Date(moment), now, timeZone) : "–");
  return (
    <table className="tabular w-full table-auto text-sm leading-5">
      <caption className="sr-only">
        Stories. Clicks are counted by Herald; shares are what people confirmed.
      </caption>
      <thead>
        <tr className="border-b border-line text-left text-quiet">
          <th scope="col" className="py-2 pr-2 pl-1.5">
            <Checkbox
              aria-label="Choose all on this page"
              checked={stories.length > 0 && stories.every(({ id }) => choice.chosen.has(id))}
              onChange={(event) =>
                event.target.checked ? choice.choose([...choice.chosen.values(), ...stories]) : choice.clear()
              }
            />
          </th>
          {heads.map(([sort, name, classes]) => (
            <Head key={name} sort={sort} name={name} classes={classes} filters={filters} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {stories.map((story, index) => (
          <tr
            key={story.id}
            className={cn(
              "border-b border-line align-top",
              choice.chosen.has(story.id) && "bg-wash",
              index === at && "shadow-[inset_2px_0_0_var(--color-accent)]",
            )}
          >
            <td className="py-2 pr-2 pl-1.5">
              <Checkbox
                aria-label={`Choose “${story.title}”`}
                checked={choice.chosen.has(story.id)}
                onChange={() => {}}
                onClick={(event) => {
                  onAt(index);
                  choice.toggle(story.id, event.shiftKey);
                }}
              />
            </td>
            <th scope="row" className="py-2 pr-3 text-left font-normal">
              <Link
                id={`story-${story.id}`}
                href={editorAddress(story.id)}
                onFocus={() => onAt(index)}
                lang={story.language}
                dir="auto"
                className="font-serif text-base leading-5 wrap-anywhere hover:underline"
              >
                {story.title}
              </Link>
              <span className="block text-quiet">
                <span className="sm:hidden">
                  {sayState(story)} ·{story.clicks === null
                    ? ""
                    : ` ${whole.format(story.clicks)} clicks ·`}{" "}
                </span>
                {[story.suggestedByName ?? story.authorName, story.campaignName, ...story.topicNames]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </th>
            <td className="py-2 pr-3 max-sm:hidden">
              <Badge tone={story.visibility === "live" ? "accent" : "plain"}>{sayState(story)}</Badge>
            </td>
            <td className="py-2 pr-3 whitespace-nowrap max-lg:hidden">{day(story.publishAt)}</td>
            <td className="py-2 pr-3 whitespace-nowrap max-lg:hidden">{day(story.expiresAt)}</td>
            <td className="py-2 pr-3 text-right whitespace-nowrap max-md:hidden">{sayShares(story)}</td>
            <td className="py-2 pr-3 text-right max-sm:hidden">
              {story.clicks === null ? "–" : whole.format(story.clicks)}
            </td>
            <td className="py-2 whitespace-nowrap max-md:hidden">{day(story.updatedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type HeadProps = Pick<StoryTableProps, "filters" | "onSort"> & {
  sort: Sort | null;
  name: string;
  classes: string;
};

function Head({ sort, name, classes, filters, onSort }: HeadProps) {
  const order = orderOf(filters);
  const isHere = sort === order.sort;
  const Arrow = order.dir === "asc" ? ArrowUp : ArrowDown;
  if (!sort)
    return (
      <th scope="col" className={cn("py-2 pr-3 font-medium", classes)}>
        {name}
      </th>
    );
  const other = order.dir === "asc" ? "desc" : "asc";
  return (
    <th
      scope="col"
      aria-sort={isHere ? (order.dir === "asc" ? "ascending" : "descending") : undefined}
      className={cn("py-2 pr-3 font-medium", classes)}
    >
      <button
        type="button"
        onClick={() => onSort({ sort, dir: isHere ? other : usualDirection[sort] })}
        className="inline-flex items-center gap-1 whitespace-nowrap hover:text-ink"
      >
        {name}
        {isHere ? <Arrow aria-hidden className="size-3.5" /> : null}
      </button>
    </th>
  );
}

const visibilities = { live: "Live", scheduled: "To come", expired: "Expired" };

const sayState = ({ state, visibility }: LibraryStory): string =>
  visibility ? visibilities[visibility] : stateNames[state];

function sayShares({ shares, clicks }: LibraryStory): string {
  if (shares !== null) return whole.format(shares);
  return clicks === null ? "–" : "under 5 people";
}
