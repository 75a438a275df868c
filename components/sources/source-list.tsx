import type { Source, SourceChoices } from "#lib/sources/schemas.ts";
import { SourceRow } from "./source-row.tsx";

type SourceListProps = {
  sources: Source[];
  choices: SourceChoices;
  chosenId: string | undefined;
  now: Date;
  timeZone: string;
};

/** Every source with its health; those that need somebody come first. */
export function SourceList({ sources, ...shared }: SourceListProps) {
  const ordered = sources.toSorted((one, other) => rank(one) - rank(other));
  return (
    <aside aria-label="Your sources" className="max-lg:order-first lg:sticky lg:top-20 lg:self-start">
      <h2 className="font-sans text-sm font-medium tracking-normal">
        {sources.length === 1 ? "1 source" : `${sources.length} sources`}
      </h2>
      <ul className="mt-2 grid grid-cols-1 divide-y divide-line border-y border-line lg:max-h-[calc(100dvh-9rem)] lg:overflow-y-auto">
        {ordered.map((source) => (
          <SourceRow key={source.id} source={source} {...shared} />
        ))}
      </ul>
    </aside>
  );
}

const rank = ({ isPaused, failures }: Source): number => (isPaused ? 2 : failures > 0 ? 0 : 1);
