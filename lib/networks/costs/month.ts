import type { ChargeKind } from "../network.ts";

/** The first day of the month that networks bill a moment in: months of UTC. */
export const billedMonth = (moment: Date): string => `${moment.toISOString().slice(0, 7)}-01`;

/** What counts towards the same cap. */
export const chargeKindsOf = {
  posting: ["post", "post_with_link"],
  reading: ["post_read", "account_read"],
} as const satisfies Record<string, readonly ChargeKind[]>;

export const capOf = (kind: ChargeKind): "posting" | "reading" =>
  kind === "post" || kind === "post_with_link" ? "posting" : "reading";
