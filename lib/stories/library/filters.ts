import { cleanSearch } from "../feed/filters.ts";
import { type StoryState, storyStates } from "../schemas.ts";

/** A story's state; an approved one by what employees see of it. */
export const standings = [
  ...(storyStates satisfies readonly StoryState[]),
  "scheduled",
  "live",
  "expired",
] as const;
export type Standing = (typeof standings)[number];

/** `fit` is how well a story fits the search. */
export const sorts = ["updated", "publish", "expires", "title", "shares", "clicks", "fit"] as const;
export type Sort = (typeof sorts)[number];

/** Which of a story's times the days are about. */
export const datedBy = ["updated", "publish", "expires"] as const;

/** What the table's address asks for. What is not set does not narrow. */
export type LibraryFilters = {
  q: string;
  state: Standing | undefined;
  /** A topic's id, or `none` for stories without one. */
  topic: string | undefined;
  /** A campaign's id, or `none`. */
  campaign: string | undefined;
  source: string | undefined;
  author: string | undefined;
  /** A language tag. */
  language: string | undefined;
  /** `everyone`, `teams` or a saved audience's id. */
  audience: string | undefined;
  /** A network that the story has captions for. */
  network: string | undefined;
  shared: "never" | "yes" | undefined;
  image: "yes" | "no" | undefined;
  suggested: "yes" | undefined;
  date: (typeof datedBy)[number];
  /** Days of the organization, both included. */
  from: string | undefined;
  to: string | undefined;
  sort: Sort | undefined;
  dir: "asc" | "desc" | undefined;
};

/** Where a page begins: after a row or before one, as the table itself said before. */
export type LibraryPlace = { after: string | undefined; before: string | undefined };

type Search = Record<string, string | string[] | undefined>;

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const day = /^\d{4}-\d{2}-\d{2}$/;
const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const word = /^[a-z_]{1,20}$/;

/** The filters in an address. One that makes no sense is none, so that old links and old views go on working. */
export function readLibraryFilters(search: Search): LibraryFilters {
  const text = (name: string): string => {
    const value = search[name];
    return typeof value === "string" ? value : "";
  };
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | undefined =>
    values.find((value) => value === text(name));
  const shaped = (name: string, shape: RegExp, ...others: string[]): string | undefined =>
    shape.test(text(name)) || others.includes(text(name)) ? text(name) : undefined;
  const dayIn = (name: string): string | undefined =>
    Number.isNaN(Date.parse(text(name))) ? undefined : shaped(name, day);
  return {
    q: cleanSearch(text("q")),
    state: oneOf("state", standings),
    topic: shaped("topic", uuid, "none"),
    campaign: shaped("campaign", uuid, "none"),
    source: shaped("source", uuid),
    author: shaped("author", uuid),
    language: shaped("language", tag),
    audience: shaped("audience", uuid, "everyone", "teams"),
    network: shaped("network", word),
    shared: oneOf("shared", ["never", "yes"]),
    image: oneOf("image", ["yes", "no"]),
    suggested: oneOf("suggested", ["yes"]),
    date: oneOf("date", datedBy) ?? "updated",
    from: dayIn("from"),
    to: dayIn("to"),
    sort: oneOf("sort", sorts),
    dir: oneOf("dir", ["asc", "desc"]),
  };
}

export const readLibraryPlace = ({ after, before }: Search): LibraryPlace => ({
  after: typeof after === "string" ? after : undefined,
  before: typeof before === "string" ? before : undefined,
});

/** Filters as an address has them; what is not set is left out, and so is what goes without saying. */
export function toLibrarySearch(filters: Partial<LibraryFilters & LibraryPlace>): string {
  const { date, ...others } = filters;
  const isDated = Boolean(filters.from || filters.to) && date !== "updated";
  const set = Object.entries({ ...others, ...(isDated ? { date } : {}) }).filter(([, value]) => value);
  return new URLSearchParams(set as [string, string][]).toString();
}

/** How many filters narrow, the search itself not among them. */
export function countFilters({ q: _, date: __, sort: ___, dir: ____, from, to, ...others }: LibraryFilters) {
  return Object.values(others).filter(Boolean).length + (from || to ? 1 : 0);
}

/** How the table is sorted: as asked, and else by fit while something is looked for. */
export function orderOf({ sort, dir, q }: LibraryFilters): { sort: Sort; dir: "asc" | "desc" } {
  const asked = sort === "fit" && !q ? undefined : sort;
  const by = asked ?? (q ? "fit" : "updated");
  return { sort: by, dir: dir ?? usualDirection[by] };
}

export const usualDirection: Record<Sort, "asc" | "desc"> = {
  updated: "desc",
  publish: "desc",
  expires: "asc",
  title: "asc",
  shares: "desc",
  clicks: "desc",
  fit: "desc",
};
