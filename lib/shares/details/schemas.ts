import { z } from "zod";
import type { ClickFigures } from "#lib/clicks/figures/schemas.ts";
import type { ShareEngagement } from "#lib/engagement/schemas.ts";
import type { EarnedLine } from "#lib/scores/ledger/schemas.ts";
import type { Agreement } from "../agreements/schemas.ts";
import type { Publication } from "../attempts/schemas.ts";
import type { Share } from "../schemas.ts";

export const shareId = z.object({ id: z.uuid() });

/** One's own share with all that came of it. */
export type ShareDetails = Pick<Share, "id" | "network" | "state" | "text" | "postUrl"> & {
  /** Only a live story that is meant for the member can be opened. */
  story: { id: string; title: string; isLive: boolean };
  /** Its member showed the post, which was made without Herald: its words are only there. */
  isAttested: boolean;
  /** The short link. */
  url: string;
  /** When it was confirmed, else when it was taken to the network. */
  sharedAt: string;
  /** The same as people say it: "Tuesday at 09:12". */
  sharedWhen: string;
  figures: ClickFigures;
  /** What the network reported; null where it was never asked. */
  engagement: ShareEngagement | null;
  /** What it has earned so far, for itself and for its clicks. */
  earned: EarnedLine[];
  /** How Herald publishes it; null for what is posted by hand. */
  publication: Publication | null;
  /** What the member agreed to, the latest first. */
  agreements: Agreement[];
};
