import { bluesky } from "./bluesky.ts";
import { elsewhere } from "./elsewhere.ts";
import { email } from "./email.ts";
import { facebook } from "./facebook.ts";
import { linkedin } from "./linkedin.ts";
import { mastodon } from "./mastodon.ts";
import type { Network, NetworkId } from "./network.ts";
import { threads } from "./threads.ts";
import { whatsapp } from "./whatsapp.ts";
import { x } from "./x.ts";

/** Every network, in the order in which people are offered them. */
export const networks: Record<NetworkId, Network> = {
  linkedin,
  x,
  bluesky,
  mastodon,
  threads,
  facebook,
  whatsapp,
  email,
  elsewhere,
};

export const networkIds = [
  "linkedin",
  "x",
  "bluesky",
  "mastodon",
  "threads",
  "facebook",
  "whatsapp",
  "email",
  "elsewhere",
] as const satisfies readonly NetworkId[];
