import Link from "next/link";
import type { ReactNode } from "react";
import { adviseOn, sayDays } from "#lib/stories/health/advice.ts";
import type { StoryHealth } from "#lib/stories/health/schemas.ts";
import { hrefOfStories } from "./href-of-stories.ts";
import { SupplyTable } from "./supply-table.tsx";

/** How the library does: what to do next, and the numbers that say so, each leading to the stories behind it. */
export function Health({ health }: { health: StoryHealth }) {
  return (
    <div className="grid gap-12">
      <NextSteps health={health} />
      <SupplyTable topics={health.topics} until={health.until} />
      <Figures health={health} />
    </div>
  );
}

function NextSteps({ health }: { health: StoryHealth }) {
  const advice = adviseOn(health);
  return (
    <section aria-labelledby="next" className="grid gap-3">
      <h2 id="next" className="text-2xl">
        What to do next
      </h2>
      {advice.length === 0 ? (
        <p>Nothing presses: every topic has stories, all have been shared, and nobody waits.</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {advice.map(({ sentence, href, act }) => (
            <li key={href} className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 py-3">
              <p className="max-w-measure min-w-0">{sentence}</p>
              <NumberLink href={href}>{act}</NumberLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Figures({ health }: { health: StoryHealth }) {
  const { live, medianAge, oldestAge, neverShared, suggestions, medianWait, oldestWait, sources } = health;
  return (
    <section aria-labelledby="figures" className="grid gap-3">
      <h2 id="figures" className="text-2xl">
        The library in numbers
      </h2>
      <dl className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        <Figure
          name="Live now"
          value={live}
          href={hrefOfStories({ state: "live", sort: "publish", dir: "asc" })}
        >
          {medianAge === null
            ? "Nothing is live."
            : `Half of them for ${sayDays(medianAge)} or longer; the oldest for ${sayDays(oldestAge ?? 0)}.`}
        </Figure>
        <Figure
          name="Never shared"
          value={neverShared}
          href={hrefOfStories({ state: "live", shared: "never" })}
        >
          Live stories that nobody has taken to a network.
        </Figure>
        <Figure
          name="Suggestions waiting"
          value={suggestions}
          href={hrefOfStories({ suggested: "yes", state: "in_review" })}
        >
          {medianWait === null
            ? "Nobody waits for an answer."
            : `Half of them for ${sayDays(medianWait)} or longer; the oldest for ${sayDays(oldestWait ?? 0)}.`}
        </Figure>
        <Figure name="Sources" value={sources.followed} href="/desk/sources">
          {sources.failing === 0 ? "All can be read" : `${sources.failing} cannot be read`}
          {sources.paused > 0 ? `; ${sources.paused} paused.` : "."}
        </Figure>
      </dl>
    </section>
  );
}

type FigureProps = { name: string; value: number; href: string; children: ReactNode };

function Figure({ name, value, href, children }: FigureProps) {
  return (
    <div className="grid content-start gap-1 border-t border-line pt-3">
      <dt className="text-sm text-quiet">{name}</dt>
      <dd className="tabular font-serif text-3xl leading-tight">
        <NumberLink href={href}>{value}</NumberLink>
      </dd>
      <dd className="text-sm leading-5 text-quiet">{children}</dd>
    </div>
  );
}

function NumberLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="text-accent underline decoration-1 underline-offset-4 hover:decoration-2">
      {children}
    </Link>
  );
}
