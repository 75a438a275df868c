import Link from "next/link";
import type { NamedCampaign } from "#lib/campaigns/live/schemas.ts";
import { sayShortDate } from "#lib/day.ts";

/** A line above the feed for each campaign that asks the reader to take part. */
export function RunningCampaigns({ campaigns }: { campaigns: NamedCampaign[] }) {
  if (campaigns.length === 0) return null;
  return (
    <nav aria-label="Campaigns" className="mb-6 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {campaigns.map(({ id, name, endsOn }) => (
        <Link key={id} href={`/campaigns/${id}`} prefetch={false} className="text-quiet hover:text-ink">
          <span dir="auto" className="font-medium text-accent underline-offset-4 hover:underline">
            {name}
          </span>{" "}
          until {sayShortDate(endsOn)}
        </Link>
      ))}
    </nav>
  );
}
