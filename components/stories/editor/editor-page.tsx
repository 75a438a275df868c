import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { clicksAddress, deskAddress } from "#components/stories/desk/addresses.ts";
import { clock } from "#lib/clock.ts";
import { suggestDeadlines } from "#lib/reviews/deadlines/deadline.ts";
import type { StoryChoices, StoryDetails } from "#lib/stories/schemas.ts";
import type { StoryForm } from "./form.ts";
import { StoryEditor } from "./story-editor.tsx";

type EditorPageProps = {
  title: string;
  choices: StoryChoices;
  story: StoryDetails | null;
  begins?: Partial<StoryForm> | undefined;
};

export function EditorPage({ title, choices, story, begins }: EditorPageProps) {
  return (
    <div className="grid gap-6">
      <header className="grid gap-3">
        <Link
          href={story ? deskAddress(story.state, story.id) : "/desk"}
          className="inline-flex items-center gap-1.5 justify-self-start text-sm text-quiet hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          Desk
        </Link>
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h1 className="text-3xl leading-tight">{title}</h1>
          {story?.state === "approved" ? (
            <Link href={clicksAddress(story.id)} className="text-sm text-accent underline underline-offset-4">
              Its clicks
            </Link>
          ) : null}
        </div>
      </header>
      <StoryEditor
        key={story?.id}
        choices={choices}
        story={story}
        begins={begins}
        deadlines={suggestDeadlines(clock.now(), choices.timeZone)}
      />
    </div>
  );
}
