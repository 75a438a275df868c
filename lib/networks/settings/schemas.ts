import { z } from "zod";
import type { NetworkId } from "../network.ts";
import { networkIds, networks } from "../networks.ts";
import { parseDollars, sayDollars } from "./dollars.ts";

/** What holds for a network in an organization: an admin's decision, or else the network's defaults. */
export type NetworkSettings = {
  network: NetworkId;
  publishes: boolean;
  measures: boolean;
  /** Most that posting may cost in a calendar month (UTC, as networks bill), in millionths of a US dollar; null: no cap. */
  postingCapMicros: number | null;
  /** Most that reading may cost in it; null: no cap. */
  readingCapMicros: number | null;
};

/** As an admin types it: empty is no cap. */
const dollars = z
  .string()
  .trim()
  .transform((text, context) => {
    const micros = text === "" ? null : parseDollars(text);
    if (micros !== undefined) return micros;
    context.addIssue({
      code: "custom",
      message: "Write US dollars like 25 or 12.50, at most 1000000, or leave it empty.",
    });
    return z.NEVER;
  });

export const connectable = networkIds.filter((id) => networks[id].connecting !== null);

export const updateNetworkSettingsInput = z
  .strictObject({
    network: z
      .enum(networkIds)
      .refine((id) => connectable.includes(id), "Posts are made there by hand only."),
    publishes: z.boolean(),
    measures: z.boolean(),
    postingCap: dollars,
    readingCap: dollars,
  })
  .superRefine(({ network, publishes, postingCap, measures, readingCap }, context) => {
    const price = networks[network].connecting?.prices?.post_with_link ?? 0;
    if (publishes && postingCap !== null && postingCap < price)
      context.addIssue({
        code: "custom",
        path: ["postingCap"],
        message: `That is less than one post with a link, ${sayDollars(price)}.`,
      });
    if (measures && readingCap === null && networks[network].connecting?.prices)
      context.addIssue({
        code: "custom",
        path: ["readingCap"],
        message: `${networks[network].name} bills every figure that is read. Write how much a month may cost.`,
      });
  });

export type UpdateNetworkSettingsInput = z.output<typeof updateNetworkSettingsInput>;
