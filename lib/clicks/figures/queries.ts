import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { addUp } from "../click-sums.ts";
import { listOrigins } from "../list-origins.ts";
import { listClickHours, listClickOrigins } from "../queries.ts";
import type { LinkIds } from "../roll-ups/queries.ts";
import { sayNotCounted } from "./not-counted.ts";
import type { ClickFigures } from "./schemas.ts";
import { clicksOverTime } from "./time-steps.ts";

type Reading = {
  /** When the first of the links went out. */
  since: Date;
  timeZone: string;
  /** Who reads it: hits of one's own are said differently. */
  reader: "sharer" | "desk";
};

/** All that is known of the clicks on these links. Whoever calls says whose clicks the actor may see. */
export async function getClickFigures(
  actor: Actor,
  linkIds: LinkIds,
  { since, timeZone, reader }: Reading,
): Promise<ClickFigures> {
  const [hours, { referrers, devices, countries }] = await Promise.all([
    listClickHours(actor, linkIds),
    listClickOrigins(actor, linkIds),
  ]);
  const sums = addUp(hours);
  const counted = hours.filter((hits) => hits.counted > 0);
  return {
    counted: sums.counted,
    notCounted: sayNotCounted(sums, reader),
    overTime: clicksOverTime(
      counted.map((hits) => ({ hour: hits.hour, clicks: hits.counted })),
      { from: since, now: clock.now(), timeZone },
    ),
    origins: {
      referrer: listOrigins(
        "referrer",
        referrers.map(({ host, clicks }) => ({ value: host, clicks })),
      ),
      device: listOrigins(
        "device",
        devices.map(({ device, clicks }) => ({ value: device, clicks })),
      ),
      country: listOrigins(
        "country",
        countries.map(({ country, clicks }) => ({ value: country, clicks })),
      ),
    },
  };
}
