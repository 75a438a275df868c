import type { Metadata } from "next";
import { AuditList } from "#components/audit/audit-list.tsx";
import { AdminHeading } from "#components/layout/admin-heading.tsx";
import { listAuditEvents } from "#lib/audit/queries.ts";
import { auditFilters } from "#lib/audit/schemas.ts";
import { requireActor } from "#lib/auth/actor.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getOrganizationSettings } from "#lib/organizations/queries.ts";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const actor = await requireActor();
  const filters = auditFilters.parse(await searchParams);
  const [page, { timeZone }] = await Promise.all([
    orNotFound(listAuditEvents(actor, filters)),
    getOrganizationSettings(actor),
  ]);

  return (
    <>
      <AdminHeading title="Audit" here="/admin/audit" />
      <AuditList page={page} timeZone={timeZone} isFirst={!filters.before} />
    </>
  );
}
