import type { SeasonFigures } from "#lib/boards/seasons/schemas.ts";

const figures = new Intl.NumberFormat("en-GB");

type TogetherFiguresProps = { figures: SeasonFigures; smallestGroup: number };

/** What everybody did together, each figure with how it is known; of fewer than a group nothing is said. */
export function TogetherFigures({ figures: together, smallestGroup }: TogetherFiguresProps) {
  if (together.people < smallestGroup)
    return (
      <p className="text-quiet">
        Fewer than {smallestGroup} people took part, so what they did is not added up here.
      </p>
    );
  const shown = [
    { name: "people shared", grade: "attested", count: together.people },
    { name: "shares", grade: "attested", count: together.shares },
    { name: "clicks", grade: "measured", count: together.clicks },
    { name: "ideas approved", grade: "measured", count: together.ideas },
    { name: "pledges kept", grade: "attested", count: together.pledges },
  ];
  return (
    <section aria-labelledby="together" className="grid gap-5">
      <h2 id="together" className="text-2xl">
        Together
      </h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-6 sm:grid-cols-5">
        {shown.map(({ name, grade, count }) => (
          <div key={name} className="flex flex-col-reverse justify-end border-t border-line pt-3">
            <dt className="text-sm leading-5">
              {name} <span className="block text-quiet">{grade}</span>
            </dt>
            <dd className="tabular font-serif text-3xl">{figures.format(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
