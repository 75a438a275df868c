"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { ClickOrigins } from "#components/clicks/click-origins.tsx";
import { ClicksPart } from "#components/clicks/clicks-part.tsx";
import { ReportedPart } from "#components/engagement/reported-part.tsx";
import { networks } from "#lib/networks/networks.ts";
import { shareQuery } from "#lib/shares/details/query-options.ts";
import type { ShareDetails } from "#lib/shares/details/schemas.ts";
import { wentOut } from "#lib/shares/went-out.ts";
import { Agreed } from "./agreed.tsx";
import { DidItGoOut } from "./did-it-go-out.tsx";
import { EarnedPoints } from "./earned-points.tsx";
import { OwnLink } from "./own-link.tsx";
import { PostAddress } from "./post-address.tsx";
import { Publication } from "./publication/publication.tsx";
import { ShareStateBadge } from "./share-state-badge.tsx";
import { TakeBack } from "./take-back.tsx";

/** One's own share: what went out, who followed its link, and what it earned. */
export function SharePage({ organizationId, id }: { organizationId: string; id: string }) {
  const { data: share, isError } = useQuery(shareQuery(organizationId, id));
  if (!share) return null;
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-1 gap-10">
      <ShareHeader organizationId={organizationId} share={share} />
      {isError ? (
        <p role="status" className="text-sm text-quiet">
          New clicks could not be read just now. This is how it was.
        </p>
      ) : null}
      <div className="grid grid-cols-1 gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <ClicksPart
          figures={share.figures}
          meaning={
            share.figures.counted === 1
              ? "time somebody followed your link"
              : "times somebody followed your link"
          }
          whenNone={whenNone[share.state]}
        />
        <div className="grid grid-cols-1 content-start gap-8">
          <Words text={share.text} isAttested={share.isAttested} />
          <EarnedPoints earned={share.earned} state={share.state} />
          <Agreed agreements={share.agreements} />
          {wentOut(share.state) ? <TakeBack organizationId={organizationId} shareId={share.id} /> : null}
        </div>
      </div>
      {share.engagement ? <ReportedPart engagement={share.engagement} /> : null}
      {share.figures.counted > 0 ? <ClickOrigins origins={share.figures.origins} /> : null}
    </div>
  );
}

const goneOut =
  "Nobody has followed your link yet. Readers mostly come in the first day, and show here within seconds. It may help to answer those who comment.";
const notYet = "Nobody has followed your link yet. Readers come once the post is out.";

const whenNone: Record<ShareDetails["state"], string> = {
  intended:
    "Nobody has followed your link yet. Take it to where your readers are, and say here that it went out.",
  confirmed: goneOut,
  published: goneOut,
  scheduled: notYet,
  publishing: notYet,
  failed: notYet,
  unknown: "Nobody has followed your link yet. That says nothing about whether the post is there.",
  withdrawn: "This link has stopped, so nobody can follow it. Share the story again for a new one.",
};

function ShareHeader({ organizationId, share }: { organizationId: string; share: ShareDetails }) {
  const { story, network, state, postUrl, publication } = share;
  return (
    <header className="grid grid-cols-1 gap-4 border-b border-line pb-6">
      <Link
        href="/me#shares"
        className="inline-flex items-center gap-1.5 justify-self-start text-sm text-quiet hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        What you shared
      </Link>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-quiet">
        <span className="font-medium text-ink">{networks[network].name}</span>
        <time dateTime={share.sharedAt}>{share.sharedWhen}</time>
        <ShareStateBadge state={state} />
      </p>
      <h1 dir="auto" className="text-3xl leading-[1.15] sm:text-[2.5rem] sm:leading-[1.1]">
        {story.isLive ? (
          <Link
            href={`/stories/${story.id}`}
            className="hover:underline hover:decoration-1 hover:underline-offset-4"
          >
            {story.title}
          </Link>
        ) : (
          story.title
        )}
      </h1>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <OwnLink url={share.url} isStopped={state === "withdrawn"} />
        {postUrl && !publication ? (
          <a
            href={postUrl}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1 text-sm underline decoration-edge decoration-1 underline-offset-4 hover:decoration-ink"
          >
            Your post
            <ArrowUpRight aria-hidden className="size-4" />
            <span className="sr-only">(opens in a new tab)</span>
          </a>
        ) : null}
      </div>
      {publication ? (
        <section aria-label="Publishing" className="max-w-measure">
          <Publication
            organizationId={organizationId}
            share={{ ...share, storyId: story.id }}
            publication={publication}
          />
        </section>
      ) : null}
      {state === "intended" ? <Question share={share} /> : null}
      {state === "confirmed" && !postUrl && !publication && networks[network].isPostAddress ? (
        <PostAddress shareId={share.id} network={networks[network]} />
      ) : null}
    </header>
  );
}

/** An answer renders the page again, and with it the share is read anew. */
function Question({ share }: { share: ShareDetails }) {
  const [isAnswered, setAnswered] = useState(false);
  if (isAnswered) return null;
  const answer = () => setAnswered(true);
  return (
    <section aria-label="Did it go out?" className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <p>Did it go out? Points wait for your answer.</p>
      <DidItGoOut shareId={share.id} onConfirmed={answer} onNotYet={answer} onDeclined={answer} />
    </section>
  );
}

function Words({ text, isAttested }: { text: string; isAttested: boolean }) {
  return (
    <section aria-labelledby="words" className="grid gap-2">
      <h2 id="words" className="text-lg leading-6">
        Your words
      </h2>
      {text ? (
        <blockquote
          dir="auto"
          className="border-l-2 border-line pl-4 font-serif text-[1.0625rem] leading-7 wrap-anywhere whitespace-pre-line"
        >
          {text}
        </blockquote>
      ) : (
        <p className="text-quiet">{isAttested ? "They are in your post." : "You shared the link alone."}</p>
      )}
    </section>
  );
}
