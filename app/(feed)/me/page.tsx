import type { Metadata } from "next";
import Link from "next/link";
import { Looks } from "#components/boards/looks/looks.tsx";
import { Recognition } from "#components/recognition/recognition.tsx";
import { Ledger } from "#components/scores/ledger.tsx";
import { OwnFigures } from "#components/scores/own-figures.tsx";
import { AttestPost } from "#components/shares/attest-post.tsx";
import { BestStories } from "#components/shares/best-stories.tsx";
import { ClicksChart } from "#components/shares/clicks-chart.tsx";
import { OpenShares } from "#components/shares/open-shares.tsx";
import { OwnShares } from "#components/shares/own-shares.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { listLooks } from "#lib/boards/looks/queries.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { getViewer } from "#lib/members/queries.ts";
import { findRecognition } from "#lib/recognition/queries.ts";
import { listLedger } from "#lib/scores/ledger/queries.ts";
import { pageNumber } from "#lib/scores/ledger/schemas.ts";
import { getOwnPoints } from "#lib/scores/queries.ts";
import { getOwnFigures, listBestStories, listOwnClickWeeks, listOwnShares } from "#lib/shares/own/queries.ts";
import { listOpenShares } from "#lib/shares/queries.ts";
import { listLiveStories } from "#lib/stories/feed/queries.ts";

export const metadata: Metadata = { title: "Me" };

export default async function MePage({ searchParams }: PageProps<"/me">) {
  const actor = await requireActor();
  const { name, organization } = await getViewer(actor);
  const search = await searchParams;
  const pages = { shares: pageNumber.parse(search.shares), points: pageNumber.parse(search.points) };
  const today = dayIn(organization.timeZone, clock.now());
  const [live, openShares, figures, points, weeks, best, shares, ledger, recognition, looks] =
    await Promise.all([
      listLiveStories(actor, { q: "" }),
      listOpenShares(actor),
      getOwnFigures(actor),
      getOwnPoints(actor, today),
      listOwnClickWeeks(actor, today, organization.timeZone),
      listBestStories(actor),
      listOwnShares(actor, pages.shares),
      listLedger(actor, pages.points),
      findRecognition(actor),
      listLooks(actor),
    ]);

  return (
    <div className="mx-auto grid max-w-5xl gap-10 *:min-w-0">
      <div>
        <h1 className="text-4xl leading-tight sm:text-5xl">{name}</h1>
        <p className="mt-2 mb-6 text-quiet">
          Your record. Only you see this page.{" "}
          <Link
            href="/me/connections"
            className="underline decoration-edge decoration-1 underline-offset-4 hover:text-ink hover:decoration-ink"
          >
            Your accounts
          </Link>{" "}
          ·{" "}
          <Link
            href="/pledges"
            className="underline decoration-edge decoration-1 underline-offset-4 hover:text-ink hover:decoration-ink"
          >
            Your pledges
          </Link>{" "}
          ·{" "}
          <a
            href="/api/me/record"
            download
            className="underline decoration-edge decoration-1 underline-offset-4 hover:text-ink hover:decoration-ink"
          >
            Download my record
          </a>
        </p>
        <OpenShares shares={openShares} />
      </div>
      <OwnFigures figures={figures} points={points} />
      <div className="grid gap-10 lg:grid-cols-[1fr_20rem] lg:gap-14">
        <ClicksChart weeks={weeks} />
        <BestStories stories={best} />
      </div>
      <OwnShares page={shares} pages={pages} timeZone={organization.timeZone}>
        <AttestPost stories={live.stories.map(({ id, title }) => ({ id, title }))} />
      </OwnShares>
      <Recognition recognition={recognition} timeZone={organization.timeZone} />
      <Ledger page={ledger} pages={pages} slug={organization.slug} />
      <Looks looks={looks} />
    </div>
  );
}
