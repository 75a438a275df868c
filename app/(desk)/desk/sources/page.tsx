import { dehydrate, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Hydrate } from "#components/layout/hydrate.tsx";
import { Sources } from "#components/sources/sources.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { getViewer } from "#lib/members/queries.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { listItems } from "#lib/sources/items/queries.ts";
import { itemsQuery } from "#lib/sources/items/query-options.ts";
import { getSourceChoices, listSources } from "#lib/sources/queries.ts";
import { sourcesFilters } from "#lib/sources/schemas.ts";

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage({ searchParams }: PageProps<"/desk/sources">) {
  const actor = await requireActor();
  const { source } = sourcesFilters.parse(await searchParams);
  const client = new QueryClient();
  const read = (cursor: string | undefined) => listItems(actor, { source, cursor });
  const [sources, choices, { organization }] = await Promise.all([
    orNotFound(listSources(actor)),
    orNotFound(getSourceChoices(actor)),
    getViewer(actor),
    client.prefetchInfiniteQuery(itemsQuery(actor.organizationId, source, read)),
  ]);

  return (
    <Hydrate state={dehydrate(client)}>
      <Sources
        organizationId={actor.organizationId}
        sources={sources}
        choices={choices}
        chosenId={source}
        now={clock.now()}
        timeZone={organization.timeZone}
      />
    </Hydrate>
  );
}
