import type { IncomingMessage } from "node:http";
import { clientAddress } from "#lib/edge-address.ts";

/** Headers that mean something to Next or to us, and that only we may set. */
const ours =
  /^(forwarded|x-forwarded-.+|x-real-ip|x-nonce|x-herald-.+|x-middleware-.+|content-security-policy.*)$/;

/**
 * Makes a request safe to believe. Next trusts any `Host` and `X-Forwarded-*`; after this they say what PUBLIC_URL
 * says, whether the proxy in front rewrote the Host or not, and `x-herald-ip` is the one address to count and limit by.
 */
export function cleanRequest(
  request: IncomingMessage,
  {
    publicUrl,
    proxies,
    nonce,
    policy,
  }: { publicUrl: string; proxies: number; nonce: string; policy: string },
): void {
  const address = clientAddress(request, proxies);
  for (const name of Object.keys(request.headers)) if (ours.test(name)) delete request.headers[name];

  const { host, protocol } = new URL(publicUrl);
  Object.assign(request.headers, {
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
    "x-forwarded-for": address,
    "x-herald-ip": address,
    // Next reads the nonce for its own scripts from the policy; our components read it from x-nonce.
    "content-security-policy": policy,
    "x-nonce": nonce,
    // Where somebody comes back to who has to sign in first.
    "x-herald-path": request.url ?? "/",
  });
}
