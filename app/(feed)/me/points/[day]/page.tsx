import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { LedgerDay } from "#components/scores/ledger-day.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { getViewer } from "#lib/members/queries.ts";
import { getLedgerDay } from "#lib/scores/ledger/queries.ts";
import { pageNumber } from "#lib/scores/ledger/schemas.ts";

export const metadata: Metadata = { title: "Points of a day" };

export default async function PointsPage({ params, searchParams }: PageProps<"/me/points/[day]">) {
  const actor = await requireActor();
  const { data: day } = z.iso.date().safeParse((await params).day);
  if (!day) notFound();
  const page = pageNumber.parse((await searchParams).page);
  const { organization } = await getViewer(actor);

  return <LedgerDay ledger={await getLedgerDay(actor, day, page)} page={page} organization={organization} />;
}
