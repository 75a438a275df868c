import { elsewhere } from "./elsewhere.ts";
import { email } from "./email.ts";
import { linkedin } from "./linkedin.ts";
import type { Network, NetworkId } from "./network.ts";
import { x } from "./x.ts";

/** Every network, in the order in which people are offered them. */
export const networks: Record<NetworkId, Network> = { linkedin, x, email, elsewhere };

export const networkIds = ["linkedin", "x", "email", "elsewhere"] as const satisfies readonly NetworkId[];
