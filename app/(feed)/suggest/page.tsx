import type { Metadata } from "next";
import { SuggestForm } from "#components/stories/suggestions/suggest-form.tsx";
import { SuggestFromAnywhere } from "#components/stories/suggestions/suggest-from-anywhere.tsx";
import { SuggestionList } from "#components/stories/suggestions/suggestion-list.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { getViewer } from "#lib/members/queries.ts";
import { listOwnSuggestions } from "#lib/stories/suggestions/queries.ts";
import { suggestionBegins } from "#lib/stories/suggestions/schemas.ts";

export const metadata: Metadata = { title: "Suggest a story" };

export default async function SuggestPage({ searchParams }: PageProps<"/suggest">) {
  const actor = await requireActor();
  const [{ organization }, suggestions] = await Promise.all([getViewer(actor), listOwnSuggestions(actor)]);
  const begins = suggestionBegins.parse(await searchParams);

  return (
    <div className="mx-auto grid max-w-2xl gap-10">
      <header className="grid gap-2">
        <h1 className="text-[2.25rem] leading-tight">Suggest a story</h1>
        <p className="max-w-measure text-lg text-quiet">
          Read something your colleagues would want to share? If it is approved, it carries your name.
        </p>
      </header>
      <SuggestForm begins={begins} />
      <SuggestFromAnywhere address={env.PUBLIC_URL} />
      <section className="grid gap-4">
        <h2 className="text-2xl">Your suggestions</h2>
        <SuggestionList suggestions={suggestions} now={clock.now()} timeZone={organization.timeZone} />
      </section>
    </div>
  );
}
