import type { Rules } from "#lib/scores/rule-set.ts";
import { sayRewards, sayRules } from "#lib/scores/say-rules.ts";

/** What each fact is worth, printed from the data that computes it. */
export function RuleLines({ rules }: { rules: Rules }) {
  return (
    <div className="grid gap-4">
      <dl className="border-y border-line">
        {sayRules(rules).map(({ name, points, words }) => (
          <div
            key={name}
            className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-4 border-line py-3 not-first:border-t sm:grid-cols-[6rem_minmax(0,1fr)]"
          >
            <dd className="tabular row-span-2 font-serif text-2xl leading-7">{points}</dd>
            <dt className="font-medium">{name}</dt>
            <dd className="max-w-measure text-quiet">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="max-w-measure">{sayRewards(rules)}</p>
    </div>
  );
}
