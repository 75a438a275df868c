import type { Metadata } from "next";
import Link from "next/link";
import { DeskHeading } from "#components/layout/desk-heading.tsx";
import { Health } from "#components/stories/health/health.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { getStoryHealth } from "#lib/stories/health/queries.ts";

export const metadata: Metadata = { title: "Content health" };

export default async function HealthPage() {
  const health = await getStoryHealth(await requireActor());
  return (
    <>
      <DeskHeading title="Content health" here="/desk/stories">
        <Link href="/desk/calendar" className={buttonClasses("secondary", "sm")}>
          Calendar
        </Link>
      </DeskHeading>
      <Health health={health} />
    </>
  );
}
