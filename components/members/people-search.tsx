import { Search } from "lucide-react";
import { Input } from "#components/ui/input.tsx";

export function PeopleSearch({ q }: { q: string }) {
  return (
    <search className="relative w-full sm:w-72">
      <form action="/admin/people">
        <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-quiet" />
        <Input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          aria-label="Search people"
          placeholder="Name, address or job"
          maxLength={100}
          className="pl-9"
        />
      </form>
    </search>
  );
}
