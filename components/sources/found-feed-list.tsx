import type { FoundFeed } from "#lib/sources/schemas.ts";

type FoundFeedListProps = { feeds: FoundFeed[]; chosenUrl: string; onChoose: (feedUrl: string) => void };

/** The feeds that a site has, to choose one from. */
export function FoundFeedList({ feeds, chosenUrl, onChoose }: FoundFeedListProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">
        {feeds.length === 1 ? "Found" : "Which of its feeds?"}
      </legend>
      {feeds.map((feed) => (
        <label
          key={feed.feedUrl}
          className="flex items-start gap-3 rounded-md border border-line px-3 py-2.5 has-checked:border-accent has-disabled:opacity-60"
        >
          <input
            type="radio"
            name="feed"
            className="mt-1.5 accent-accent"
            checked={feed.feedUrl === chosenUrl}
            disabled={feed.knownAs !== null}
            onChange={() => onChoose(feed.feedUrl)}
          />
          <span className="grid min-w-0 gap-0.5">
            <span className="font-medium wrap-anywhere">{feed.title}</span>
            <span className="text-sm leading-5 text-quiet wrap-anywhere">{say(feed)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function say({ itemCount, newest, knownAs }: FoundFeed): string {
  if (knownAs) return `You have it already: ${knownAs}`;
  if (itemCount === 0) return "No items yet";
  return `${itemCount === 1 ? "1 item" : `${itemCount} items`}, the newest: ${newest}`;
}
