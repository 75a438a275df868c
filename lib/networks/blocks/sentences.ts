import type { NetworkId } from "../network.ts";
import { networks } from "../networks.ts";

export type BlockReason = "version" | "credits" | "product" | "credentials";

/** Why a network refuses the app itself, for an admin; what to do is in it. */
export function sayBlock(network: NetworkId, reason: string): string {
  const { name } = networks[network];
  const says: Record<BlockReason, string> = {
    version: `${name} no longer answers the version of its interface that Herald asks for. Set a newer one.`,
    credits: `${name} says that the app’s credits are used up. Buy new ones in ${name}’s developer console.`,
    product: `${name} does not allow this to the app. Add the product that is missing in ${name}’s developer portal.`,
    credentials: `${name} does not accept the app’s id and secret. Look whether they are still the right ones.`,
  };
  return reason in says ? says[reason as BlockReason] : `${name} refuses the app.`;
}
