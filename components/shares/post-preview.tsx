import { Fragment } from "react";
import { Simulated } from "#components/networks/simulated.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import type { ConnectionInfo } from "#lib/connections/schemas.ts";
import type { Network } from "#lib/networks/network.ts";
import type { RenderedCard } from "#lib/networks/rendered.ts";
import type { Segment } from "#lib/networks/segments.ts";
import type { Composition } from "#lib/shares/composition/schemas.ts";
import { imageAddress } from "#lib/stories/image-sizes.ts";
import { useRendered } from "./use-rendered.ts";

type PostPreviewProps = {
  composition: Composition;
  network: Network;
  text: string;
  /** The account that Herald publishes through; null when the member posts by hand. */
  connection: ConnectionInfo | null;
};

/** What everybody will see: the words as the network shows them, and the card that it gets or makes. */
export function PostPreview({ composition, network, text, connection }: PostPreviewProps) {
  const { share, story } = composition;
  const { segments, card } = useRendered(network, {
    text,
    url: share.url,
    card: { title: story.title, description: story.summary },
  });
  const isFolded = network.foldsAfter !== null && text.length > network.foldsAfter;
  const isOurCard = connection !== null && network.connecting?.cardBy === "herald";
  return (
    <figure className="grid gap-2">
      <figcaption className="flex items-center gap-2 text-sm font-medium">
        {network.showsCard ? `On ${network.name}` : "What arrives"}
        {connection?.isSimulated ? <Simulated /> : null}
      </figcaption>
      <div className="grid gap-3 rounded-md border border-line bg-page p-4">
        {network.showsCard ? <Author composition={composition} connection={connection} /> : null}
        <p dir="auto" className="text-[0.9375rem] leading-6 whitespace-pre-wrap wrap-anywhere">
          {segments.length > 0 ? (
            <Segments segments={segments} />
          ) : (
            <span className="text-quiet">Your words stand here.</span>
          )}
        </p>
        {card ? <LinkCard card={card} story={story} isOurs={isOurCard} /> : null}
      </div>
      {isFolded ? (
        <p className="text-sm text-quiet">
          The feed shows about the first {network.foldsAfter} letters; the rest unfolds.
        </p>
      ) : null}
      {card && !isOurCard ? (
        <p className="text-sm text-quiet">
          {network.name} makes the card from the page itself, so it may differ a little.
        </p>
      ) : null}
    </figure>
  );
}

function Author({
  composition: { author },
  connection,
}: Pick<PostPreviewProps, "composition" | "connection">) {
  const name = connection?.displayName || author.name;
  return (
    <div className="flex items-center gap-3">
      <Avatar name={name} />
      <div className="min-w-0 leading-5">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-sm text-quiet">
          {connection && connection.handle !== name ? connection.handle : author.jobTitle}
        </p>
      </div>
    </div>
  );
}

/** Links, hashtags and names as the network marks them. They lead nowhere here. */
function Segments({ segments }: { segments: Segment[] }) {
  let start = 0;
  const placed = segments.map((segment) => {
    const place = start;
    start += segment.text.length;
    return { segment, place };
  });
  return placed.map(({ segment, place }) =>
    segment.kind === "text" ? (
      <Fragment key={place}>{segment.text}</Fragment>
    ) : (
      <span key={place} className="text-accent">
        {segment.text}
      </span>
    ),
  );
}

function LinkCard({
  card,
  story,
  isOurs,
}: {
  card: RenderedCard;
  story: Composition["story"];
  isOurs: boolean;
}) {
  const isStory = card.title !== null;
  const { host } = new URL(card.url);
  return (
    <div className="overflow-hidden rounded-md border border-line bg-raised">
      {isStory && story.image ? (
        <img
          src={imageAddress(story.image.id, "card")}
          alt={story.image.alt}
          className="aspect-[1.91] w-full object-cover"
        />
      ) : null}
      <div className="grid gap-0.5 p-3">
        <p className="line-clamp-2 leading-5 font-medium">{card.title ?? `The page at ${host}`}</p>
        {isOurs && card.description ? (
          <p className="line-clamp-2 text-sm leading-5 text-quiet">{card.description}</p>
        ) : null}
        <p className="truncate text-sm text-quiet">{isOurs || !isStory ? host : story.host}</p>
      </div>
    </div>
  );
}
