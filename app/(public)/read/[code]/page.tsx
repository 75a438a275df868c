import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PublicStoryPage } from "#components/links/public-story-page.tsx";
import { env } from "#lib/env.ts";
import { describePublicStory } from "#lib/links/describe-public-story.ts";
import { getPublicStory } from "#lib/links/queries.ts";
import { linkCode } from "#lib/links/schemas.ts";
import { orNotFound } from "#lib/or-not-found.ts";

type Props = PageProps<"/read/[code]">;

const readStory = cache(async (params: Props["params"]) => {
  const { data } = linkCode.safeParse(await params);
  return data ? orNotFound(getPublicStory(data.code)) : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return describePublicStory(await readStory(params), env.PUBLIC_URL);
}

export default async function ReadPage({ params }: Props) {
  return <PublicStoryPage story={await readStory(params)} />;
}
