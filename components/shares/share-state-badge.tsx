import { Badge } from "#components/ui/badge.tsx";
import type { Share } from "#lib/shares/schemas.ts";

/** What became of a share, as its member said. */
export function ShareStateBadge({ state }: { state: Share["state"] }) {
  if (state === "confirmed") return <Badge tone="attested">went out, attested</Badge>;
  if (state === "withdrawn") return <Badge>did not go out</Badge>;
  if (state === "intended") return <Badge>not confirmed yet</Badge>;
  return <Badge>{state}</Badge>;
}
