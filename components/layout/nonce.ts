import { headers } from "next/headers";

/** The nonce that this response's Content-Security-Policy lets run; server.ts makes it. None in development. */
export async function readNonce(): Promise<string | undefined> {
  return (await headers()).get("x-nonce") ?? undefined;
}
