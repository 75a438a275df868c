"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import Link from "next/link";
import { useDeferredValue, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { addCampaignStoryAction, removeCampaignStoryAction } from "#lib/campaigns/actions.ts";
import { foundStoriesQuery } from "#lib/campaigns/stories/query-options.ts";
import { stateNames } from "#lib/stories/state-names.ts";

type StoryShelfProps = {
  campaignId: string;
  stories: { id: string; title: string }[];
  isClosed: boolean;
};

/** The stories of a campaign: found, put in and taken out. */
export function StoryShelf({ campaignId, stories, isClosed }: StoryShelfProps) {
  const remove = useCall(removeCampaignStoryAction);
  return (
    <section aria-labelledby="stories" className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="stories" className="text-2xl">
          Stories
        </h2>
        {isClosed ? null : (
          <Button asChild size="sm">
            <Link href={`/desk/stories/new?campaign=${campaignId}`}>Write one for it</Link>
          </Button>
        )}
      </div>
      {stories.length === 0 ? <p className="text-quiet">No story yet. Add one below.</p> : null}
      <ul className="divide-y divide-line border-line not-empty:border-y">
        {stories.map(({ id, title }) => (
          <li key={id} className="flex items-center justify-between gap-4 py-2.5">
            <Link href={`/desk/stories/${id}`} dir="auto" className="min-w-0 hover:underline">
              {title}
            </Link>
            {isClosed ? null : (
              <Button
                variant="ghost"
                size="icon"
                aria-label={`Take “${title}” out`}
                disabled={remove.isPending}
                onClick={() =>
                  void remove.call({ campaignId, storyId: id }, () =>
                    toast("Taken out of the campaign", {
                      description: title,
                      action: {
                        label: "Undo",
                        onClick: () => void addCampaignStoryAction({ campaignId, storyId: id }),
                      },
                    }),
                  )
                }
              >
                <X aria-hidden />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Alert message={remove.message} />
      {isClosed ? null : <StorySearch campaignId={campaignId} />}
    </section>
  );
}

function StorySearch({ campaignId }: { campaignId: string }) {
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim());
  const found = useQuery({ ...foundStoriesQuery(campaignId, q), enabled: q.length > 1 });
  const add = useCall(addCampaignStoryAction);
  return (
    <div className="grid max-w-2xl gap-2">
      <Field label="Add a story" hint="Search by its title or its site.">
        {(control) => (
          <Input
            {...control}
            type="search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <div aria-live="polite">
        {q.length > 1 && found.data?.length === 0 ? (
          <p className="text-sm text-quiet">No other story has these words.</p>
        ) : null}
        {found.error ? <Alert message={found.error.message} /> : null}
      </div>
      <ul className="divide-y divide-line">
        {q.length > 1
          ? found.data?.map((story) => (
              <li key={story.id} className="flex items-center justify-between gap-4 py-2">
                <div className="min-w-0">
                  <p dir="auto">{story.title}</p>
                  <p className="text-sm text-quiet">
                    {stateNames[story.state]}
                    {story.campaignName ? ` · leaves “${story.campaignName}”` : ""}
                  </p>
                </div>
                <Button
                  size="sm"
                  aria-label={`Add “${story.title}”`}
                  disabled={add.isPending}
                  onClick={() =>
                    void add.call({ campaignId, storyId: story.id }, () => {
                      setWords("");
                      toast("Added to the campaign", { description: story.title });
                    })
                  }
                >
                  <Plus aria-hidden />
                  Add
                </Button>
              </li>
            ))
          : null}
      </ul>
      <Alert message={add.message} />
    </div>
  );
}
