import { Button } from "#components/ui/button.tsx";
import type { MemberPreview } from "#lib/audiences/preview/schemas.ts";

type PreviewedFeedProps = { preview: MemberPreview; onLook: (view: MemberPreview["view"]) => void };

/** The first stories of a member's feed, to be read and not to be pressed. */
export function PreviewedFeed({ preview, onLook }: PreviewedFeedProps) {
  const { name, says, view, followsTopics, stories, hasMore } = preview;
  return (
    <section aria-label={`The feed of ${name}`} className="grid gap-4">
      <h2 className="text-2xl">{name}</h2>
      {says ? (
        <p role="status" className="border-l-2 border-accent pl-4">
          {says}
        </p>
      ) : null}
      {followsTopics ? (
        <div className="flex gap-2">
          <Button
            size="sm"
            className={pressed}
            aria-pressed={view === "forYou"}
            onClick={() => onLook("forYou")}
          >
            For you
          </Button>
          <Button
            size="sm"
            className={pressed}
            aria-pressed={view === "everything"}
            onClick={() => onLook("everything")}
          >
            Everything
          </Button>
        </div>
      ) : (
        <p className="text-sm text-quiet">Follows no topic, so everything is shown.</p>
      )}
      {stories.length === 0 ? <p>No story is live for them.</p> : null}
      <ol className="border-t border-line">
        {stories.map(({ id, title, publishedDay, topics }) => (
          <li key={id} className="grid gap-0.5 border-b border-line py-3">
            <span className="font-serif text-lg leading-snug wrap-anywhere">{title}</span>
            <span className="text-sm text-quiet">{[publishedDay, ...topics].join(" · ")}</span>
          </li>
        ))}
      </ol>
      {hasMore ? <p className="text-sm text-quiet">Older stories follow.</p> : null}
    </section>
  );
}

const pressed = "aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-page";
