import { dayIn, sayDate } from "#lib/day.ts";
import type { Correction } from "#lib/scores/corrections/schemas.ts";
import { CorrectionForm } from "./correction-form.tsx";

const figures = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1, signDisplay: "exceptZero" });

type CorrectionsProps = {
  corrections: Correction[];
  people: { id: string; name: string }[];
  timeZone: string;
};

/** Points given or taken by hand, each with its reason. */
export function Corrections({ corrections, people, timeZone }: CorrectionsProps) {
  return (
    <section aria-labelledby="corrections" className="grid gap-4">
      <h2 id="corrections" className="text-2xl leading-tight">
        Corrections
      </h2>
      <p className="max-w-measure text-quiet">
        Nothing that was scored is changed. A correction is a new entry; the member is told, and reads the
        reason.
      </p>
      <CorrectionForm people={people} />
      {corrections.length > 0 ? (
        <ul className="border-t border-line">
          {corrections.map((correction) => (
            <li
              key={correction.id}
              className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 border-b border-line py-3"
            >
              <span className="tabular font-medium">{figures.format(correction.points)}</span>
              <span className="wrap-anywhere">
                {correction.memberName}: {correction.reason}
                <span className="block text-sm text-quiet">
                  {correction.correctedByName}, {sayDate(dayIn(timeZone, new Date(correction.correctedAt)))}
                </span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
