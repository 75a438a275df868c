import { z } from "zod";
import { localTime } from "#lib/local-time.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networkIds } from "#lib/networks/networks.ts";
import { timeZoneName } from "#lib/time-zone.ts";
import { acceptedIds, type Share, shareText } from "../schemas.ts";

const words = {
  shareId: z.uuid(),
  network: z.enum(networkIds),
  text: shareText,
  captionId: z.uuid().nullable(),
  acceptedIds,
};
/** What clocks show in `timeZone`; null is the best slot, which Herald finds. */
const time = { at: localTime.nullable(), timeZone: timeZoneName };

export const publishShareInput = z.strictObject(words);
export const scheduleShareInput = z.strictObject({ ...words, ...time });
export const moveShareInput = z.strictObject({ shareId: z.uuid(), ...time });
export const editScheduledShareInput = z.strictObject({ shareId: z.uuid(), text: shareText, acceptedIds });
export const cancelShareInput = z.strictObject({ shareId: z.uuid() });
/** From the one moment up to the other. */
export const listScheduledInput = z.object({ from: z.coerce.date(), to: z.coerce.date() });
export const findBestSlotInput = z.object({
  storyId: z.uuid(),
  network: z.enum(networkIds),
  timeZone: timeZoneName,
});

export type PublishShareInput = z.output<typeof publishShareInput>;
export type ScheduleShareInput = z.output<typeof scheduleShareInput>;
export type MoveShareInput = z.output<typeof moveShareInput>;
export type EditScheduledShareInput = z.output<typeof editScheduledShareInput>;
export type CancelShareInput = z.output<typeof cancelShareInput>;
export type ListScheduledInput = z.output<typeof listScheduledInput>;

/** A share that Herald publishes, in the member's calendar. */
export type ScheduledShare = {
  id: string;
  storyId: string;
  storyTitle: string;
  network: NetworkId;
  networkName: string;
  state: Share["state"];
  text: string;
  /** When it leaves, or left (ISO). */
  at: string;
  /** The zone in which the member chose it; null for what was published at once. */
  timeZone: string | null;
  postUrl: string | null;
  sentence: string | null;
  /** Whether it can still be moved, edited and cancelled. */
  isWaiting: boolean;
};

/** A moment at which no colleague posts the same story to the same network. */
export type BestSlot = {
  at: string;
  /** What clocks show then in the zone that was asked for: `2026-11-25T09:30`. */
  localTime: string;
  /** "tomorrow at 09:30" */
  when: string;
};
