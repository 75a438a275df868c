import { requestRollUp } from "#lib/jobs/rolling-up.ts";
import { requestScoring } from "#lib/jobs/scoring.ts";
import { type NewClick, recordClicks } from "./mutations.ts";

/** Keeps a hit for good. Whoever waits for this may send the redirect: the hit will not be lost. */
export async function keepClick(click: NewClick): Promise<void> {
  const counted = await recordClicks([click]);
  requestRollUp(click.organizationId);
  if (counted.size > 0) requestScoring(click.organizationId);
}
