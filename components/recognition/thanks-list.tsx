import type { ThanksDto } from "#lib/recognition/thanks/schemas.ts";
import { TakeBackThanks } from "./take-back-thanks.tsx";

type ThanksListProps = {
  title: string;
  whenNone?: string;
  thanks: ThanksDto[];
  sayDay: (at: string) => string;
  mayTakeBack?: boolean;
};

export function ThanksList({ title, whenNone, thanks, sayDay, mayTakeBack = false }: ThanksListProps) {
  return (
    <div className="grid gap-3">
      <h3 className="text-lg">{title}</h3>
      {thanks.length === 0 ? <p className="text-quiet">{whenNone}</p> : null}
      <ul className="grid gap-4">
        {thanks.map(({ id, name, note, at }) => (
          <li key={id} className="grid gap-1 border-l-2 border-line pl-4">
            <q dir="auto" className="font-serif text-lg leading-snug wrap-anywhere">
              {note}
            </q>
            <span className="flex flex-wrap items-center gap-x-3 text-sm text-quiet">
              {name}, {sayDay(at)}
              {mayTakeBack ? <TakeBackThanks thanksId={id} name={name} /> : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
