import { Badge } from "#components/ui/badge.tsx";
import type { StoryTotals as Totals } from "#lib/stories/clicks/schemas.ts";

const whole = new Intl.NumberFormat("en-GB");

/** A quiet line about what became of a story: the two numbers are known in two ways, and each says how. */
export function StoryTotals({ totals: { people, clicks } }: { totals: Totals }) {
  return (
    <p lang="en" className="tabular flex flex-wrap items-center gap-x-6 gap-y-2 text-sm text-quiet">
      <span className="inline-flex items-center gap-2">
        {whole.format(people)} people here shared it <Badge tone="attested">attested</Badge>
      </span>
      <span className="inline-flex items-center gap-2">
        {whole.format(clicks)} {clicks === 1 ? "click" : "clicks"} <Badge tone="measured">measured</Badge>
      </span>
    </p>
  );
}
