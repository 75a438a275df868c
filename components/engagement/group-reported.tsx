import { Badge } from "#components/ui/badge.tsx";
import type { GroupEngagement } from "#lib/engagement/schemas.ts";

const whole = new Intl.NumberFormat("en-GB");

/** What networks say of a story's shares together. */
export function GroupReported({ figures }: { figures: GroupEngagement }) {
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="reported" className="grid grid-cols-1 gap-4">
      <h2 id="reported" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-2xl">
        On networks <Badge tone="reported">reported</Badge>
      </h2>
      <dl className="grid grid-cols-2 border-y border-line sm:grid-cols-4 sm:divide-x sm:divide-line">
        {figures.map(({ name, sum, shares, people }) => (
          <div key={name} className="flex flex-col gap-2 py-4 sm:px-5 sm:first:pl-0">
            <dt className="text-sm font-medium">{name}</dt>
            <dd className="tabular font-serif text-3xl leading-8">{whole.format(sum)}</dd>
            <dd className="text-sm leading-5 text-quiet">
              of {whole.format(shares)} shares by {whole.format(people)} people
            </dd>
          </div>
        ))}
      </dl>
      <p className="max-w-measure text-sm leading-5 text-pretty text-quiet">
        The latest figures that networks gave, each for five people or more, and never added to clicks. What a
        network’s terms let only the person see is left out.
      </p>
    </section>
  );
}
