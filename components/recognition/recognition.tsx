import { dayIn, sayDate } from "#lib/day.ts";
import type { Recognition as Dto } from "#lib/recognition/schemas.ts";
import { Badges } from "./badges.tsx";
import { RecognitionSwitch } from "./recognition-switch.tsx";
import { StreakWeeks } from "./streak-weeks.tsx";
import { ThanksForm } from "./thanks-form.tsx";
import { ThanksList } from "./thanks-list.tsx";

/** Streak, level, badges and thanks, or the one switch that brings them back. */
export function Recognition({ recognition, timeZone }: { recognition: Dto | null; timeZone: string }) {
  const sayDay = (at: string) => sayDate(dayIn(timeZone, new Date(at)));
  return (
    <section aria-labelledby="recognition" className="grid gap-6">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="recognition" className="text-2xl">
          Recognition
        </h2>
        <RecognitionSwitch isOn={recognition !== null} />
      </div>
      {recognition ? (
        <>
          <div className="grid gap-x-14 gap-y-6 sm:grid-cols-2">
            <StreakWeeks streak={recognition.streak} />
            <div className="grid content-start gap-1">
              <p className="font-serif text-3xl leading-tight">{recognition.level.name}</p>
              <p className="text-sm text-quiet">
                {recognition.level.next
                  ? `${recognition.level.next.missing} points more, and it is ${recognition.level.next.name}.`
                  : "There is no level above this one."}
              </p>
            </div>
          </div>
          <Badges badges={recognition.badges} sayDay={sayDay} />
          <div className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-2">
            <ThanksList
              title="Thanks to you"
              whenNone="Nobody has thanked you yet."
              thanks={recognition.received}
              sayDay={sayDay}
            />
            <div className="grid gap-6">
              <ThanksForm />
              {recognition.given.length > 0 ? (
                <ThanksList title="Thanks you gave" thanks={recognition.given} sayDay={sayDay} mayTakeBack />
              ) : null}
            </div>
          </div>
        </>
      ) : (
        <p className="max-w-measure text-quiet">
          You have switched it off: no streaks, levels, badges or thanks, and nobody is told. What you earned
          is kept.
        </p>
      )}
    </section>
  );
}
