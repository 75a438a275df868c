import Link from "next/link";
import { DeskHeading } from "#components/layout/desk-heading.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ListedAudience } from "#lib/audiences/schemas.ts";
import { AudienceRow } from "./audience-row.tsx";
import { NewAudience } from "./new-audience.tsx";

type AudiencesProps = { organizationId: string; audiences: ListedAudience[] };

/** Every saved audience. */
export function Audiences({ organizationId, audiences }: AudiencesProps) {
  return (
    <>
      <DeskHeading title="Audiences" here="/desk/audiences">
        <Link href="/desk/audiences/preview" className="text-sm text-quiet hover:text-ink">
          See what a member sees
        </Link>
        <NewAudience organizationId={organizationId} />
      </DeskHeading>
      {audiences.length > 0 ? (
        <ul className="border-t border-line">
          {audiences.map((audience) => (
            <AudienceRow key={audience.id} organizationId={organizationId} audience={audience} />
          ))}
        </ul>
      ) : (
        <EmptyState title="No audience yet">
          A story is for everyone, for some teams, or for an audience: members by where they work, what they
          do, which language they read or which topics they follow. Make one to choose it for a story.
        </EmptyState>
      )}
    </>
  );
}
