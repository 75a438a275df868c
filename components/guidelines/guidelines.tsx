import { DeskHeading } from "#components/layout/desk-heading.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { GuidelineRoom } from "#lib/guidelines/schemas.ts";
import { kindsInOrder, kindWords } from "#lib/guidelines/words.ts";
import { GuidelineRow } from "./guideline-row.tsx";
import { NewGuideline } from "./new-guideline.tsx";

/** Every guideline, by kind. */
export function Guidelines({ room }: { room: GuidelineRoom }) {
  const byKind = Map.groupBy(room.guidelines, ({ rule }) => rule.kind);
  return (
    <>
      <DeskHeading title="Guidelines" here="/desk/guidelines">
        <NewGuideline room={room} />
      </DeskHeading>
      {room.guidelines.length === 0 ? (
        <EmptyState title="No guideline yet">
          What may not be said, what has to be said, and until when. Each text is judged while it is written
          and again before it leaves.
        </EmptyState>
      ) : null}
      <div className="grid grid-cols-1 gap-10">
        {kindsInOrder
          .filter((kind) => byKind.has(kind))
          .map((kind) => (
            <section key={kind} aria-labelledby={kind} className="grid grid-cols-1 gap-3">
              <div>
                <h2 id={kind} className="text-2xl">
                  {kindWords[kind].name}
                </h2>
                <p className="text-sm text-quiet">{kindWords[kind].does}</p>
              </div>
              <ul className="border-t border-line">
                {byKind.get(kind)?.map((guideline) => (
                  <GuidelineRow key={guideline.id} guideline={guideline} room={room} />
                ))}
              </ul>
            </section>
          ))}
      </div>
    </>
  );
}
