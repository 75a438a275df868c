import type { Metadata } from "next";
import Link from "next/link";
import { AdminHeading } from "#components/layout/admin-heading.tsx";
import { Corrections } from "#components/scores/corrections.tsx";
import { RuleLines } from "#components/scores/rule-lines.tsx";
import { Verification } from "#components/scores/verification.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getOrganizationSettings } from "#lib/organizations/queries.ts";
import { listCorrectable, listCorrections } from "#lib/scores/corrections/queries.ts";
import { getRulesRoom } from "#lib/scores/rule-sets/queries.ts";
import { verifyScoresAsAdmin } from "#lib/scores/verify/queries.ts";

export const metadata: Metadata = { title: "Scores" };

export default async function ScoresPage({ searchParams }: PageProps<"/admin/scores">) {
  const actor = await requireActor();
  const { verify } = await searchParams;
  const [{ current, draft }, corrections, people, { timeZone }, result] = await Promise.all([
    getRulesRoom(actor),
    orNotFound(listCorrections(actor)),
    orNotFound(listCorrectable(actor)),
    getOrganizationSettings(actor),
    verify === "1" ? orNotFound(verifyScoresAsAdmin(actor)) : null,
  ]);

  return (
    <>
      <AdminHeading title="Scores" here="/admin/scores" />
      <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section aria-labelledby="rules" className="grid gap-5">
          <div>
            <h2 id="rules" className="text-2xl leading-tight">
              The rules, version {current.version}
            </h2>
            <p className="max-w-measure text-quiet">{current.note}</p>
          </div>
          <RuleLines rules={current.rules} />
          <Link href="/admin/scores/rules" className={buttonClasses("primary", "md", "justify-self-start")}>
            {draft ? "Go on with the draft" : "Try other rules"}
          </Link>
        </section>
        <div className="grid gap-12">
          <Verification result={result} />
          <Corrections corrections={corrections} people={people} timeZone={timeZone} />
        </div>
      </div>
    </>
  );
}
