import { ExternalLink } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { KeyHint } from "#components/ui/key-hint.tsx";
import { sayAgo } from "#lib/calendar.ts";
import type { WaitingItem } from "#lib/sources/items/schemas.ts";

type ItemRowProps = {
  item: WaitingItem;
  /** Where the keys are. */
  isHere: boolean;
  isMaking: boolean;
  isBusy: boolean;
  now: Date;
  timeZone: string;
  onMake: () => void;
  onDismiss: () => void;
};

export function ItemRow({ item, isHere, isMaking, isBusy, now, timeZone, onMake, onDismiss }: ItemRowProps) {
  const when = sayAgo(new Date(item.publishedAt ?? item.seenAt), now, timeZone);
  return (
    <li
      aria-current={isHere ? "true" : undefined}
      className="-mx-4 grid grid-cols-1 gap-2 border-l-2 border-l-transparent px-4 py-4 aria-[current]:border-l-accent lg:aria-[current]:bg-wash"
    >
      <p className="text-sm text-quiet">{[item.sourceName, item.author, when].filter(Boolean).join(" · ")}</p>
      <h2
        dir="auto"
        lang={item.language}
        className="font-serif text-xl leading-6.5 text-pretty wrap-anywhere"
      >
        {item.title}
      </h2>
      {item.summary ? (
        <p dir="auto" lang={item.language} className="line-clamp-2 max-w-measure text-quiet wrap-anywhere">
          {item.summary}
        </p>
      ) : null}
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <Button size="sm" pending={isMaking} disabled={isBusy} onClick={onMake}>
          Make a story
          <span className="sr-only">of {item.title}</span>
          {isHere ? <KeyHint>m</KeyHint> : null}
        </Button>
        <Button size="sm" variant="ghost" disabled={isBusy} onClick={onDismiss}>
          Dismiss
          <span className="sr-only">{item.title}</span>
          {isHere ? <KeyHint>x</KeyHint> : null}
        </Button>
        {item.url ? (
          <Button asChild size="sm" variant="ghost">
            <a href={item.url} target="_blank" rel="noreferrer noopener" className="max-w-full min-w-0">
              <span className="truncate">{item.host}</span>
              <ExternalLink aria-hidden />
              <span className="sr-only">, opens in a new tab</span>
            </a>
          </Button>
        ) : null}
      </div>
    </li>
  );
}
