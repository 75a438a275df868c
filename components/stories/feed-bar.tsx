"use client";

import { Search } from "lucide-react";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { Input } from "#components/ui/input.tsx";
import type { FeedFilters } from "#lib/stories/feed/filters.ts";
import { toSearch } from "#lib/stories/feed/query-options.ts";
import type { FollowableTopic } from "#lib/stories/feed/schemas.ts";

type FeedBarProps = { filters: FeedFilters; topics: FollowableTopic[]; followsTopics: boolean };

/** Search and topics. Both live in the address, so they can be shared and the back button works. */
export function FeedBar({ filters, topics, followsTopics }: FeedBarProps) {
  return (
    <div className="grid gap-3 border-y border-line py-3 sm:flex sm:items-center sm:gap-6">
      <SearchBox key={filters.topic} filters={filters} />
      {topics.length > 0 || followsTopics ? (
        <nav aria-label="Topics" className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
          <ul className="flex gap-1.5 py-0.5">
            {followsTopics ? <FeedLink filters={filters} to={{}} name="For you" /> : null}
            <FeedLink
              filters={filters}
              to={followsTopics ? { view: "all" } : {}}
              name={followsTopics ? "Everything" : "All"}
            />
            {topics.map((topic) => (
              <FeedLink key={topic.id} filters={filters} to={{ topic: topic.id }} name={topic.name} />
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  );
}

type FeedLinkProps = { filters: FeedFilters; to: Partial<FeedFilters>; name: string };

function FeedLink({ filters, to, name }: FeedLinkProps) {
  const href = addressOf({ q: filters.q, ...to });
  const isHere = filters.topic === to.topic && filters.view === to.view;
  return (
    <li>
      <a
        href={href}
        aria-current={isHere ? "true" : undefined}
        onClick={(event) => {
          if (opensElsewhere(event)) return;
          event.preventDefault();
          window.history.pushState(null, "", href);
        }}
        className="inline-flex h-8 items-center rounded-full border border-line px-3 text-sm whitespace-nowrap text-quiet hover:border-edge hover:text-ink focus-visible:-outline-offset-1 aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-page"
      >
        {name}
      </a>
    </li>
  );
}

function SearchBox({ filters }: { filters: FeedFilters }) {
  const [text, setText] = useState(filters.q);
  const input = useRef<HTMLInputElement>(null);

  // What was typed before the page was interactive is a search too.
  useEffect(() => {
    if (input.current) setText(input.current.value);
  }, []);

  // The back button changes the address under the box.
  useEffect(() => {
    if (document.activeElement !== input.current) setText(filters.q);
  }, [filters.q]);

  useEffect(() => {
    if (text.trim() === filters.q) return;
    const timer = setTimeout(
      () => window.history.replaceState(null, "", addressOf({ ...filters, q: text.trim() })),
      250,
    );
    return () => clearTimeout(timer);
  }, [text, filters]);

  return (
    <search className="relative sm:w-64 sm:shrink-0">
      <form action="/" onSubmit={(event) => event.preventDefault()}>
        <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-quiet" />
        <Input
          ref={input}
          type="search"
          name="q"
          aria-label="Search stories"
          placeholder="Search stories"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="pl-9"
        />
      </form>
    </search>
  );
}

function addressOf(filters: Partial<FeedFilters>): string {
  const search = toSearch(filters);
  return search ? `/?${search}` : "/";
}

const opensElsewhere = (event: MouseEvent): boolean =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
