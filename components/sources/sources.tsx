import { DeskHeading } from "#components/layout/desk-heading.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Source, SourceChoices } from "#lib/sources/schemas.ts";
import { AddSource } from "./add-source.tsx";
import { ItemQueue } from "./item-queue.tsx";
import { SourceList } from "./source-list.tsx";

type SourcesProps = {
  organizationId: string;
  sources: Source[];
  choices: SourceChoices;
  chosenId: string | undefined;
  now: Date;
  timeZone: string;
};

/** What feeds brought and nobody has decided on, and the feeds with their health beside it. */
export function Sources({ organizationId, sources, choices, chosenId, now, timeZone }: SourcesProps) {
  const chosen = sources.find(({ id }) => id === chosenId);
  return (
    <>
      <DeskHeading title="Sources" here="/desk/sources">
        <AddSource choices={choices} />
      </DeskHeading>
      {sources.length === 0 ? (
        <EmptyState title="No source yet" action={<AddSource choices={choices} />}>
          Add your company’s blog, a magazine of your trade, or any site with a feed. What it publishes waits
          here until you make a story of it.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_22rem]">
          <ItemQueue
            key={chosen?.id}
            organizationId={organizationId}
            source={chosen ? { id: chosen.id, name: chosen.name } : null}
            now={now}
            timeZone={timeZone}
          />
          <SourceList
            sources={sources}
            choices={choices}
            chosenId={chosen?.id}
            now={now}
            timeZone={timeZone}
          />
        </div>
      )}
    </>
  );
}
