import { dehydrate, QueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { DeskHeading } from "#components/layout/desk-heading.tsx";
import { Hydrate } from "#components/layout/hydrate.tsx";
import { Library } from "#components/stories/library/library.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { getViewer } from "#lib/members/queries.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getLibraryChoices } from "#lib/stories/library/choices/queries.ts";
import { readLibraryFilters, readLibraryPlace } from "#lib/stories/library/filters.ts";
import { listLibrary } from "#lib/stories/library/queries.ts";
import { libraryQuery } from "#lib/stories/library/query-options.ts";
import { listViews } from "#lib/stories/views/queries.ts";

export const metadata: Metadata = { title: "Stories" };

export default async function StoriesPage({ searchParams }: PageProps<"/desk/stories">) {
  const actor = await requireActor();
  const search = await searchParams;
  const [filters, place] = [readLibraryFilters(search), readLibraryPlace(search)];
  const [page, choices, views, { organization }] = await Promise.all([
    orNotFound(listLibrary(actor, { filters, place })),
    orNotFound(getLibraryChoices(actor)),
    orNotFound(listViews(actor)),
    getViewer(actor),
  ]);
  const client = new QueryClient();
  client.setQueryData(libraryQuery(actor.organizationId, filters, place).queryKey, page);

  return (
    <Hydrate state={dehydrate(client)}>
      <DeskHeading title="Stories" here="/desk/stories">
        <Link href="/desk/stories/health" className={buttonClasses()}>
          Health
        </Link>
        <Link href="/desk/stories/import" className={buttonClasses()}>
          Import
        </Link>
        <Link href="/desk/stories/new" className={buttonClasses("primary")}>
          <Plus aria-hidden />
          New story
        </Link>
      </DeskHeading>
      <Library
        organizationId={actor.organizationId}
        choices={choices}
        views={views}
        now={clock.now().toISOString()}
        timeZone={organization.timeZone}
      />
    </Hydrate>
  );
}
