"use client";

import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { itemClasses } from "#components/ui/overlay.ts";
import { switchOrganizationAction } from "#lib/auth/actions.ts";

type OrganizationSwitchProps = { organizations: readonly { id: string; name: string }[] };

/** The other organizations that this person belongs to. */
export function OrganizationSwitch({ organizations }: OrganizationSwitchProps) {
  const change = useCall(switchOrganizationAction);
  // Loaded anew: nothing that was read in the one organization stays in the other's pages.
  const goTo = (organizationId: string) => change.call({ organizationId }, () => window.location.assign("/"));
  return (
    <>
      {organizations.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          disabled={change.isPending}
          onClick={() => goTo(id)}
          className={`${itemClasses} hover:bg-wash`}
        >
          Go to {name}
        </button>
      ))}
      <Alert message={change.message} />
    </>
  );
}
