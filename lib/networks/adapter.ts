import type { Access, AppCredentials } from "./account.ts";
import type { ConsentConnector, PasswordConnector, RefreshOutcome } from "./connector.ts";
import type { Measurer } from "./measurer.ts";
import type { NetworkId } from "./network.ts";
import type { Publisher } from "./publisher.ts";

// How a network is spoken to. Nothing outside of lib/networks asks which network it has before it.

export type Adapter = {
  id: NetworkId;
  connector: ConsentConnector | PasswordConnector;
  /** A new pair of tokens; null where tokens last until they are revoked. */
  refresh: ((access: Access & { refreshToken: string | null }) => Promise<RefreshOutcome>) | null;
  /** Tells the network that the tokens are no longer wanted. Fails in silence: they are deleted here in any case. */
  revoke:
    | ((access: Access & { refreshToken: string | null }, app: AppCredentials | null) => Promise<void>)
    | null;
  publisher: Publisher;
  measurer: Measurer;
  /** The settings that decide whether the app is let in; under other ones a blocked network is tried again at once. */
  settings: () => string;
};
