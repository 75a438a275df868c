import type { Metadata } from "next";
import { AdminHeading } from "#components/layout/admin-heading.tsx";
import { InstancePanel } from "#components/organizations/instance-panel.tsx";
import { OrganizationForm } from "#components/organizations/organization-form.tsx";
import { Holidays } from "#components/pledges/holidays.tsx";
import { TeamNames } from "#components/teams/team-names.tsx";
import { TopicApprovers } from "#components/topics/topic-approvers.tsx";
import { TopicNames } from "#components/topics/topic-names.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { listCountries } from "#lib/members/countries.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { describeInstance, getOrganizationSettings } from "#lib/organizations/queries.ts";
import { listHolidays } from "#lib/pledges/holidays/queries.ts";
import { listTeams } from "#lib/teams/queries.ts";
import { listCandidates, listTopicsWithApprovers } from "#lib/topics/approvers/queries.ts";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requireActor();
  const [instance, settings, teams, topics, people, holidays] = await Promise.all([
    orNotFound(describeInstance(actor)),
    getOrganizationSettings(actor),
    listTeams(actor),
    orNotFound(listTopicsWithApprovers(actor)),
    orNotFound(listCandidates(actor)),
    listHolidays(actor),
  ]);

  return (
    <>
      <AdminHeading title="Settings" here="/admin/settings" />
      <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <OrganizationForm settings={settings} timeZones={Intl.supportedValuesOf("timeZone")} />
        <div className="grid gap-10">
          <TeamNames teams={teams} />
          <TopicNames topics={topics} />
          <TopicApprovers topics={topics} people={people} />
          <Holidays holidays={holidays} countries={listCountries()} />
          <InstancePanel instance={instance} />
        </div>
      </div>
    </>
  );
}
