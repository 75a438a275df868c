"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { networkIds, networks } from "#lib/networks/networks.ts";
import { countFilters, type LibraryFilters, readLibraryFilters } from "#lib/stories/library/filters.ts";
import type { LibraryChoices } from "#lib/stories/library/schemas.ts";

type FilterBarProps = {
  filters: LibraryFilters;
  choices: LibraryChoices;
  onChange: (changed: Partial<LibraryFilters>) => void;
};

type Option = [value: string, name: string];

/** What narrows the table. Every choice acts at once and stands in the address. */
export function FilterBar({ filters, choices, onChange }: FilterBarProps) {
  const searchBox = useRef<HTMLInputElement>(null);
  const asked = useRef(filters.q);
  // A view, a link and the back button change the address under the box; what is typed meanwhile stays.
  useEffect(() => {
    if (searchBox.current && asked.current !== filters.q) searchBox.current.value = filters.q;
    asked.current = filters.q;
  }, [filters.q]);
  const [isOpen, setOpen] = useState(countFilters(filters) > (filters.state ? 1 : 0));
  const set = (name: string, value: string) =>
    onChange(readLibraryFilters({ ...filters, [name]: value || undefined }));
  const named = (all: { id: string; name: string }[]): Option[] => all.map(({ id, name }) => [id, name]);
  const selects: [name: keyof LibraryFilters, label: string, any: string, options: Option[]][] = [
    ["topic", "Topic", "Any topic", [["none", "Without a topic"], ...named(choices.topics)]],
    ["campaign", "Campaign", "Any campaign", [["none", "Without a campaign"], ...named(choices.campaigns)]],
    ["source", "Source", "Any source", named(choices.sources)],
    ["author", "Author", "Any author", named(choices.authors)],
    ["language", "Language", "Any language", choices.languages.map((tag) => [tag, sayLanguage(tag)])],
    [
      "audience",
      "Audience",
      "Any audience",
      [["everyone", "Everyone"], ["teams", "Teams"], ...named(choices.audiences)],
    ],
    ["network", "Captions for", "Any network", networkIds.map((id) => [id, networks[id].name])],
    [
      "shared",
      "Shared",
      "Shared or not",
      [
        ["never", "Never shared"],
        ["yes", "Shared"],
      ],
    ],
    [
      "image",
      "Image",
      "With image or not",
      [
        ["yes", "With an image"],
        ["no", "Without an image"],
      ],
    ],
    ["suggested", "Suggested", "Suggested or not", [["yes", "Suggested by somebody"]]],
    ["date", "Days of", "", dates],
  ];

  return (
    <div className="grid gap-3 border-y border-line py-3">
      <div className="flex flex-wrap gap-2">
        <search className="relative w-full sm:w-72">
          <form
            action="/desk/stories"
            onSubmit={(event) => {
              event.preventDefault();
              set("q", String(new FormData(event.currentTarget).get("q") ?? ""));
            }}
          >
            <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-quiet" />
            <Input
              ref={searchBox}
              id="library-search"
              type="search"
              name="q"
              aria-label="Search all stories"
              placeholder="Words, “a phrase”, -without"
              maxLength={200}
              defaultValue={filters.q}
              className="pl-9"
            />
          </form>
        </search>
        <Select
          aria-label="State"
          className="w-44"
          value={filters.state ?? ""}
          onChange={(event) => set("state", event.target.value)}
        >
          <option value="">Any state</option>
          {states.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
        <Button variant="ghost" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Filters{countFilters(filters) > 0 ? ` (${countFilters(filters)})` : ""}
        </Button>
      </div>
      {isOpen ? (
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-5">
          {selects.map(([name, label, any, options]) => (
            <Select
              key={name}
              aria-label={label}
              value={filters[name] ?? ""}
              onChange={(event) => set(name, event.target.value)}
            >
              {any ? <option value="">{any}</option> : null}
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          ))}
          {(["from", "to"] as const).map((name) => (
            <label
              key={name + filters[name]}
              htmlFor={`library-${name}`}
              className="flex items-center gap-2 text-sm text-quiet max-sm:col-span-2"
            >
              <span className="w-9 shrink-0">{name === "from" ? "From" : "To"}</span>
              <Input
                id={`library-${name}`}
                type="date"
                defaultValue={filters[name] ?? ""}
                onBlur={(event) =>
                  (filters[name] ?? "") !== event.target.value && set(name, event.target.value)
                }
              />
            </label>
          ))}
        </div>
      ) : null}
    </div>
  );
}

const dates: Option[] = [
  ["updated", "Last change"],
  ["publish", "Going live"],
  ["expires", "Expiry"],
];

const states: Option[] = [
  ["draft", "Draft"],
  ["in_review", "In review"],
  ["changes_requested", "Changes asked for"],
  ["approved", "Approved"],
  ["scheduled", "– to come"],
  ["live", "– live now"],
  ["expired", "– expired"],
  ["rejected", "Rejected"],
  ["archived", "Archived"],
];

const names = new Intl.DisplayNames("en", { type: "language" });
const sayLanguage = (tag: string): string => names.of(tag) ?? tag;
