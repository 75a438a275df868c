import type { Metadata } from "next";
import { AdminHeading } from "#components/layout/admin-heading.tsx";
import { PublishForm } from "#components/scores/rules/publish-form.tsx";
import { RulesForm } from "#components/scores/rules/rules-form.tsx";
import { WhatIfTable } from "#components/scores/rules/what-if-table.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { networkIds, networks } from "#lib/networks/networks.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getRulesRoom } from "#lib/scores/rule-sets/queries.ts";
import { compareRules } from "#lib/scores/what-if/queries.ts";
import { whatIfFilters } from "#lib/scores/what-if/schemas.ts";

export const metadata: Metadata = { title: "Other rules" };

export default async function RulesPage({ searchParams }: PageProps<"/admin/scores/rules">) {
  const actor = await requireActor();
  const filters = whatIfFilters.parse(await searchParams);
  const { current, draft } = await getRulesRoom(actor);
  const whatIf = draft ? await orNotFound(compareRules(actor, filters, draft.rules)) : null;

  return (
    <>
      <AdminHeading title="Other rules" here="/admin/scores" />
      <div className="grid max-w-4xl gap-14">
        <p className="max-w-measure text-lg text-quiet">
          Change what you like and save it as a draft. It acts on nothing until you publish it, and first you
          see who would rise and who would fall.
        </p>
        <RulesForm
          key={draft?.savedAt ?? "none"}
          rules={draft?.rules ?? current.rules}
          basedOn={current.version}
          hasDraft={draft !== null}
          networks={networkIds.map((id) => ({ id, name: networks[id].name }))}
        />
        {draft && whatIf ? (
          <section id="what-if" aria-label="What it would change" className="grid gap-10">
            <div className="grid gap-5">
              <h2 className="text-3xl leading-tight">What it would change</h2>
              <WhatIfTable whatIf={whatIf} filters={filters} />
            </div>
            <div className="grid gap-5">
              <h2 className="text-3xl leading-tight">Publish it</h2>
              <PublishForm basedOn={current.version} />
            </div>
          </section>
        ) : null}
      </div>
    </>
  );
}
