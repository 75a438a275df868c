import { z } from "zod";
import type { NetworkId } from "#lib/networks/network.ts";
import { networkIds } from "#lib/networks/networks.ts";
import type { ConnectionState } from "./state.ts";

/** A member's account on a network, as screens and rules see it. Nothing secret is in it. */
export type ConnectionInfo = {
  id: string;
  network: NetworkId;
  networkName: string;
  /** The server it lives on; empty where the network has one only. */
  origin: string;
  handle: string;
  displayName: string;
  profileUrl: string | null;
  state: ConnectionState;
  connectedAt: Date;
  /** When the member's consent ends; null when it does not. */
  endsAt: Date | null;
  /** What Herald may do there, each going on from "Herald may". */
  permissions: string[];
  grantedScopes: string[];
  /** What the account's own server allows, where servers differ. */
  limits: Record<string, number> | null;
  isSimulated: boolean;
};

/** A network that can be connected, and how it stands with it. */
export type ConnectOffer = {
  network: NetworkId;
  name: string;
  by: "consent" | "app_password";
  server: { label: string; example: string } | null;
  /** What stands in the field for the server at first. */
  usualServer: string;
  /** False until whoever runs Herald has set the network up. */
  isSetUp: boolean;
  /** Whether this organization publishes through it. */
  publishes: boolean;
  /** Whether posting through it costs money. */
  isPaid: boolean;
  /** Whether what is set aside for the month covers another post through it. */
  coversPost: boolean;
  isSimulated: boolean;
  connection: ConnectionInfo | null;
};

const network = z.enum(networkIds);

/** A path in Herald, never another site's: `//evil.test` and `/\evil.test` are. Only what may stand in a header. */
export const pathInHerald = z
  .string()
  .max(1000)
  .regex(/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/);

const returnTo = pathInHerald.default("/me/connections").catch("/me/connections");

export const connectInput = z.strictObject({
  network,
  /** Which server, where the network is many: as the person typed it. */
  server: z.string().trim().max(300).default(""),
  returnTo,
});
export type ConnectInput = z.output<typeof connectInput>;

export const connectWithPasswordInput = z.strictObject({
  network,
  server: z.string().trim().max(300).default(""),
  identifier: z.string().trim().min(1, "Write the name of your account.").max(300),
  password: z.string().trim().min(1, "Write the app password.").max(300),
  returnTo,
});
export type ConnectWithPasswordInput = z.output<typeof connectWithPasswordInput>;

export const disconnectInput = z.strictObject({ connectionId: z.uuid() });
export type DisconnectInput = z.output<typeof disconnectInput>;

export const chooseAccountInput = z.strictObject({ requestId: z.uuid(), choice: z.enum(["keep", "change"]) });
export type ChooseAccountInput = z.output<typeof chooseAccountInput>;

/** Two accounts of one member on one network: the one that is connected, and the one that the network now names. */
export type AccountChoice = { requestId: string; network: NetworkId; connected: string; other: string };
