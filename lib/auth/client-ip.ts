import { headers } from "next/headers";
import { limitedAddress } from "#lib/edge-address.ts";

/** Whom a rate limit is counted for. */
export async function clientIp(): Promise<string> {
  // server.ts sets this header after it has thrown away what the peer itself sent under the name.
  return limitedAddress((await headers()).get("x-herald-ip") ?? "");
}
