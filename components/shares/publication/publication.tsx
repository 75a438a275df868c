"use client";

import { ArrowUpRight, LoaderCircle } from "lucide-react";
import { saySimulated } from "#components/networks/simulated.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { networks } from "#lib/networks/networks.ts";
import type { Publication as Published } from "#lib/shares/attempts/schemas.ts";
import { isOnItsWay } from "#lib/shares/details/on-its-way.ts";
import type { Share } from "#lib/shares/schemas.ts";
import { sayZone } from "#lib/time-zone-name.ts";
import { PostAddress } from "../post-address.tsx";
import { Resolve } from "./resolve.tsx";
import { Steps } from "./steps.tsx";

export type PublicationProps = {
  organizationId: string;
  share: Pick<Share, "id" | "storyId" | "network" | "text">;
  publication: Published;
};

/** How far a share is that Herald publishes, and what its member can do about it. */
export function Publication(props: PublicationProps) {
  const { publication, share } = props;
  if (isOnItsWay(publication)) return <OnItsWay />;
  return (
    <div className="grid gap-4">
      <div role="status" className="grid gap-1.5">
        <Told {...props} />
        {publication.account.isSimulated ? (
          <p className="text-sm text-quiet">{saySimulated(networks[share.network].name)}</p>
        ) : null}
      </div>
      {publication.can.resolve ? <Resolve {...props} resolve={publication.can.resolve} /> : null}
      <Steps {...props} />
    </div>
  );
}

function OnItsWay() {
  return (
    <p role="status" className="flex items-center gap-3 text-quiet">
      <LoaderCircle aria-hidden className="size-5 shrink-0 animate-spin text-accent" />
      You can close this: it goes on by itself.
    </p>
  );
}

/** What is known about it, in a sentence or two. */
function Told({ publication, share }: PublicationProps) {
  const network = networks[share.network];
  const { state, sentence, when, at, timeZone, url, account } = publication;
  if (state === "scheduled")
    return (
      <>
        {sentence ? <p>{sentence}</p> : null}
        <p className={sentence ? "text-sm text-quiet" : undefined}>
          {sentence ? "It was meant for " : "It goes out "}
          <time dateTime={at ?? undefined} className="font-medium">
            {when}
          </time>{" "}
          {timeZone && at ? `in ${sayZone(timeZone, new Date(at))}, ` : ""}
          as <span className="wrap-anywhere">{account.handle}</span>.
        </p>
      </>
    );
  if (state === "published" || state === "confirmed")
    return url ? (
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PostLink url={url} name={network.name} />
        <KnownBy by={publication.knownBy} />
      </p>
    ) : (
      <>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {state === "published"
            ? `${network.name} says that it is published, but not where.`
            : "You said that it is there."}
          <KnownBy by={publication.knownBy} />
        </p>
        {network.isPostAddress ? <PostAddress shareId={share.id} network={network} /> : null}
      </>
    );
  if (state === "withdrawn") return <p className="text-quiet">Its link has stopped.</p>;
  return <p>{sentence}</p>;
}

export function PostLink({ url, name }: { url: string; name: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center gap-1 font-medium text-accent underline decoration-1 underline-offset-4 hover:decoration-2"
    >
      Your post on {name}
      <ArrowUpRight aria-hidden className="size-4" />
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  );
}

function KnownBy({ by }: { by: Published["knownBy"] }) {
  if (by === "network") return <Badge tone="reported">reported</Badge>;
  return by === "member" ? <Badge tone="attested">attested</Badge> : null;
}
