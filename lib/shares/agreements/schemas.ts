import type { KeptVerdict } from "#lib/guidelines/judging/queries.ts";
import type { NetworkId } from "#lib/networks/network.ts";

/** What a member agreed to when they handed a text over, had it published or changed it. */
export type Agreement = {
  id: string;
  network: NetworkId;
  /** The caption that it began with, as it was then; empty when there was none. */
  offeredText: string;
  text: string;
  verdicts: KeptVerdict[];
  acceptedIds: string[];
  /** ISO, and as people say it. */
  agreedAt: string;
  agreedWhen: string;
};
