import { z } from "zod";
import type { Asking } from "#lib/networks/network.ts";
import type { Share } from "../schemas.ts";

export const publishAgainInput = z.strictObject({ shareId: z.uuid() });
/** What became of a share that may have been published: the network is asked, or the member says it. */
export const resolveShareInput = z.strictObject({
  shareId: z.uuid(),
  how: z.enum(["ask", "there", "not_there"]),
  postUrl: z.string().trim().max(2000, "That address is too long.").default(""),
});

export type PublishAgainInput = z.output<typeof publishAgainInput>;
export type ResolveShareInput = z.output<typeof resolveShareInput>;

/** One try to publish a share. */
export type Attempt = {
  number: number;
  /** "still being prepared", "published", …, in words. */
  outcome: string;
  /** When the request left (ISO); null when none did. */
  sentAt: string | null;
  sentWhen: string | null;
  url: string | null;
};

/** How Herald publishes a share, as its member sees it. */
export type Publication = {
  state: Share["state"];
  /** Why it waits, failed, or may have been published; null when there is nothing to say. */
  sentence: string | null;
  /** When it leaves, or was to (ISO); the same in the zone of its member's choice; and that zone. */
  at: string | null;
  when: string | null;
  timeZone: string | null;
  /** Who says that it is public: the network itself, or the member; null while nobody does. */
  knownBy: "network" | "member" | null;
  account: { handle: string; isSimulated: boolean };
  url: string | null;
  attempts: Attempt[];
  can: Steps;
};

/** What the member can do with it just now. */
export type Steps = {
  move: boolean;
  edit: boolean;
  cancel: boolean;
  publishAgain: boolean;
  /** Herald cannot post it; the member can. */
  byHand: boolean;
  reconnect: boolean;
  /** How what became of it is learnt; null when that is known. */
  resolve: {
    /** What to look at before saying it. */
    advice: string;
    /** How Herald learns it; null when it cannot. */
    ask: Asking | null;
    /** What asking costs the organization, in millionths of a US dollar. */
    askMicros: number;
  } | null;
};
