import type { Metadata } from "next";
import { Methodology } from "#components/scores/methodology.tsx";
import { getActor } from "#lib/auth/actor.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getMethodology } from "#lib/scores/methodology/queries.ts";

export const metadata: Metadata = { title: "How points are given" };

export default async function MethodologyPage({ params }: PageProps<"/methodology/[slug]">) {
  const { slug } = await params;
  return <Methodology methodology={await orNotFound(getMethodology(slug, await getActor()))} />;
}
