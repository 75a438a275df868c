import { Avatar } from "#components/ui/avatar.tsx";
import type { Network } from "#lib/networks/network.ts";
import type { Composition } from "#lib/shares/composition/schemas.ts";

type PostPreviewProps = { composition: Composition; network: Network; text: string };

/** How the post will look, near enough; networks change their looks more often than we do. */
export function PostPreview({ composition, network, text }: PostPreviewProps) {
  const { author, share } = composition;
  const isFolded = network.foldsAfter !== null && text.length > network.foldsAfter;
  return (
    <figure className="grid gap-2">
      <figcaption className="text-sm font-medium">
        {network.showsCard ? `On ${network.name}` : "What arrives"}
      </figcaption>
      <div className="grid gap-3 rounded-md border border-line bg-page p-4">
        {network.showsCard ? (
          <div className="flex items-center gap-3">
            <Avatar name={author.name} />
            <div className="min-w-0 leading-5">
              <p className="truncate font-medium">{author.name}</p>
              <p className="truncate text-sm text-quiet">{author.jobTitle}</p>
            </div>
          </div>
        ) : null}
        <p className="text-[0.9375rem] leading-6 whitespace-pre-wrap wrap-anywhere">
          {text || <span className="text-quiet">Your words stand here.</span>}
        </p>
        {network.showsCard ? (
          <LinkCard story={composition.story} />
        ) : (
          <p className="text-sm wrap-anywhere text-quiet">{share.url}</p>
        )}
      </div>
      {isFolded ? (
        <p className="text-sm text-quiet">
          The feed shows about the first {network.foldsAfter} letters; the rest unfolds.
        </p>
      ) : null}
    </figure>
  );
}

function LinkCard({ story }: { story: Composition["story"] }) {
  return (
    <div className="overflow-hidden rounded-md border border-line bg-raised">
      {story.image ? (
        <img
          src={`/api/images/${story.image.id}`}
          alt={story.image.alt}
          className="aspect-[1.91] w-full object-cover"
        />
      ) : null}
      <div className="grid gap-0.5 p-3">
        <p className="line-clamp-2 leading-5 font-medium">{story.title}</p>
        <p className="truncate text-sm text-quiet">{story.host}</p>
      </div>
    </div>
  );
}
