import { sayCountry } from "#lib/members/countries.ts";
import type { Workplace } from "#lib/members/profile/schemas.ts";

/** Where Herald thinks one works: it decides which stories come, so a mistake should be seen. */
export function OwnWorkplace({ workplace }: { workplace: Workplace }) {
  const place = [workplace.location, sayCountry(workplace.country)].filter(Boolean).join(", ");
  return (
    <div className="grid gap-1.5">
      <h2 className="font-sans text-sm leading-5 font-medium">Where you work</h2>
      <p>{place || "Nobody has said so yet."}</p>
      <p className="text-sm leading-5 text-quiet">
        Some stories are for one place only. If this is not right, ask an admin to change it.
      </p>
    </div>
  );
}
