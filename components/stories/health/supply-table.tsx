import Link from "next/link";
import type { ReactNode } from "react";
import type { Day } from "#lib/day.ts";
import { daysAhead, type TopicSupply } from "#lib/stories/health/schemas.ts";
import type { LibraryFilters } from "#lib/stories/library/filters.ts";
import { hrefOfStories } from "./href-of-stories.ts";

/** What each topic has, what comes and what goes. */
export function SupplyTable({ topics, until }: { topics: TopicSupply[]; until: Day }) {
  return (
    <section aria-labelledby="supply" className="grid gap-3">
      <h2 id="supply" className="text-2xl">
        Supply by topic
      </h2>
      <table aria-labelledby="supply" className="tabular w-full text-sm leading-5">
        <thead className="text-left text-quiet">
          <tr>
            <th scope="col" className="py-2 pr-4 font-normal">
              Topic
            </th>
            <Head>Live now</Head>
            <Head>Going live in {daysAhead} days</Head>
            <Head>Expiring in {daysAhead} days</Head>
          </tr>
        </thead>
        <tbody>
          {topics.map(({ topicId, name, live, coming, expiring }) => {
            const topic = topicId ?? "none";
            return (
              <tr key={topic} className="border-t border-line align-baseline">
                <th scope="row" dir="auto" className="w-full py-2.5 pr-4 text-left font-normal wrap-anywhere">
                  {name}
                </th>
                <Amount topic={name} value={live} filters={{ topic, state: "live" }} />
                <Amount
                  topic={name}
                  value={coming}
                  filters={{ topic, state: "scheduled", date: "publish", to: until }}
                />
                <Amount
                  topic={name}
                  value={expiring}
                  filters={{ topic, state: "live", date: "expires", to: until }}
                />
              </tr>
            );
          })}
        </tbody>
      </table>
      {topics.length === 0 ? <p className="text-quiet">There is no topic yet.</p> : null}
    </section>
  );
}

const Head = ({ children }: { children: ReactNode }) => (
  <th scope="col" className="min-w-20 py-2 pl-3 text-right align-bottom font-normal sm:min-w-36">
    {children}
  </th>
);

type AmountProps = { topic: string; value: number; filters: Partial<LibraryFilters> };

function Amount({ topic, value, filters }: AmountProps) {
  return (
    <td className="py-2.5 pl-3 text-right">
      {value === 0 ? (
        <span className="text-quiet">0</span>
      ) : (
        <Link
          href={hrefOfStories(filters)}
          className="inline-block min-w-6 font-medium text-accent underline decoration-1 underline-offset-4 hover:decoration-2"
        >
          {value}
          <span className="sr-only"> about {topic}</span>
        </Link>
      )}
    </td>
  );
}
