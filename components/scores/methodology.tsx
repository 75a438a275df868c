import type { Methodology as Dto } from "#lib/scores/methodology/queries.ts";
import { RuleLines } from "./rule-lines.tsx";

const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** How points are given, for whoever wants to check: printed from the rules that compute them. */
export function Methodology({ methodology }: { methodology: Dto }) {
  const { organizationName, smallestGroup, current, earlier } = methodology;
  return (
    <article className="mx-auto grid max-w-3xl gap-10 px-4 py-10 sm:py-16">
      <header className="grid gap-3">
        <h1 className="text-4xl leading-tight text-balance sm:text-5xl">
          How {organizationName} gives points
        </h1>
        <p className="max-w-measure text-lg text-quiet">
          Version {current.version}
          {current.publishedAt ? `, in force since ${date.format(new Date(current.publishedAt))}` : ""}.{" "}
          {current.note}
        </p>
      </header>
      <RuleLines rules={current.rules} />
      <section aria-labelledby="known" className="grid gap-3">
        <h2 id="known" className="text-2xl">
          How the figures are known
        </h2>
        <ul className="grid max-w-measure list-disc gap-2 pl-5">
          <li>
            Clicks are measured: our own log of who followed a link, without bots, previews and repeats.
          </li>
          <li>
            Shares are attested by the member, or reported by the network where an account is connected.
          </li>
          <li>
            Nothing is estimated, and figures that are known in different ways are never added together.
          </li>
        </ul>
      </section>
      <section aria-labelledby="checked" className="grid gap-3">
        <h2 id="checked" className="text-2xl">
          How it can be checked
        </h2>
        <p className="max-w-measure">
          Each point is an entry with its reason, its rule and the version of the rules; members read their
          own. Entries are never changed or removed: each carries the hash of the one before, and replaying
          all facts from nothing has to give the same ones. What happened keeps the rules under which it
          happened. Nobody has to take part, and nobody has to be named; no figure is about fewer than{" "}
          {smallestGroup} people.
        </p>
      </section>
      {earlier.length > 0 ? (
        <section aria-labelledby="earlier" className="grid gap-3">
          <h2 id="earlier" className="text-2xl">
            Earlier versions
          </h2>
          {earlier.map(({ version, note, rules, publishedAt }) => (
            <details key={version} className="border-t border-line py-3">
              <summary className="cursor-pointer font-medium">
                Version {version}
                {publishedAt ? `, from ${date.format(new Date(publishedAt))}` : ""}: {note}
              </summary>
              <div className="pt-4">
                <RuleLines rules={rules} />
              </div>
            </details>
          ))}
        </section>
      ) : null}
    </article>
  );
}
