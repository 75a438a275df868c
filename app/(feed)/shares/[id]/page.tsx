import { dehydrate, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Hydrate } from "#components/layout/hydrate.tsx";
import { SharePage } from "#components/shares/share-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getShareDetails } from "#lib/shares/details/queries.ts";
import { shareQuery } from "#lib/shares/details/query-options.ts";
import { shareId } from "#lib/shares/details/schemas.ts";

const readShare = cache(async (params: PageProps<"/shares/[id]">["params"]) => {
  const actor = await requireActor();
  const { data } = shareId.safeParse(await params);
  return data ? orNotFound(getShareDetails(actor, data.id)) : notFound();
});

export async function generateMetadata({ params }: PageProps<"/shares/[id]">): Promise<Metadata> {
  return { title: `Your share of “${(await readShare(params)).story.title}”` };
}

export default async function OwnSharePage({ params }: PageProps<"/shares/[id]">) {
  const { organizationId } = await requireActor();
  const share = await readShare(params);
  const client = new QueryClient();
  client.setQueryData(shareQuery(organizationId, share.id).queryKey, share);

  return (
    <Hydrate key={share.id} state={dehydrate(client)}>
      <SharePage organizationId={organizationId} id={share.id} />
    </Hydrate>
  );
}
