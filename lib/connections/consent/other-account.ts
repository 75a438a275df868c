import { z } from "zod";
import { open, seal } from "#lib/key-ring.ts";
import type { Account, Tokens } from "#lib/networks/account.ts";

/** Who came back from a network, and what they allowed. */
export type Consented = { account: Account; tokens: Tokens };

const moment = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .nullable();

const kept = z.object({
  account: z.object({
    origin: z.string(),
    subject: z.string(),
    handle: z.string(),
    displayName: z.string(),
    profileUrl: z.string().nullable(),
    limits: z.custom<Account["limits"]>(),
  }),
  tokens: z.object({
    accessToken: z.string(),
    refreshToken: z.string().nullable(),
    expiresAt: moment,
    refreshExpiresAt: moment,
    grantedScopes: z.array(z.string()),
  }),
});

const placeOf = (organizationId: string, requestId: string) => ({
  organizationId,
  row: requestId,
  column: "other",
});

/** Another account than the connected one waits for its member's word, tokens and all. */
export const sealOther = (organizationId: string, requestId: string, other: Consented): string =>
  seal(JSON.stringify(other), placeOf(organizationId, requestId));

export const openOther = (organizationId: string, requestId: string, sealed: string): Consented =>
  kept.parse(JSON.parse(open(sealed, placeOf(organizationId, requestId))));
