import { env } from "#lib/env.ts";
import type { NetworkId } from "./network.ts";
import { networks } from "./networks.ts";
import { serverOrigin } from "./server-origin.ts";

/** The app that Herald is at a network with one server, as it is registered there. */
type RegisteredApp = { clientId: string; clientSecret: string };

const configured: Partial<Record<NetworkId, () => RegisteredApp | null>> = {
  linkedin: () => bothOf(env.LINKEDIN_CLIENT_ID, env.LINKEDIN_CLIENT_SECRET),
  x: () => bothOf(env.X_CLIENT_ID, env.X_CLIENT_SECRET),
};

/** The app that is set up; with the simulator, one that it takes; null when there is nothing to be asked. */
export function registeredApp(network: "linkedin" | "x"): RegisteredApp | null {
  const simulated = { clientId: "simulated", clientSecret: "simulated" };
  return configured[network]?.() ?? (env.NETWORK_SIMULATOR ? simulated : null);
}

/**
 * Whether the simulator stands in for that network, or for that server of a network of many. A network whose keys are
 * configured is the real one.
 */
export function isSimulated(network: NetworkId, origin = ""): boolean {
  if (!env.NETWORK_SIMULATOR || configured[network]?.()) return false;
  return origin === "" || URL.parse(origin)?.origin === simulator();
}

/** Where LinkedIn is. Pictures are uploaded to an address that it names. */
export function linkedinHosts() {
  if (isSimulated("linkedin")) return { pages: simulator(), api: simulator() };
  return { pages: "https://www.linkedin.com", api: "https://api.linkedin.com" };
}

/** Where X is. */
export function xHosts() {
  if (isSimulated("x")) return { pages: simulator(), api: simulator() };
  return { pages: "https://x.com", api: "https://api.x.com" };
}

/**
 * The server that a member named for a network of many, as its origin; null when what they typed is none. Who names
 * none means the usual one. Where the simulator stands in, it is every server.
 */
export function namedServer(network: NetworkId, typed: string): string | null {
  if (isSimulated(network)) return simulator();
  return serverOrigin(typed.trim() || (networks[network].connecting?.server?.usual ?? ""));
}

/** Where Bluesky's public side is, for an account that lives on the server `origin`: who is who, what is shown, and the pages. */
export function blueskyHosts(origin: string) {
  if (isSimulated("bluesky", origin))
    return { directory: simulator(), appView: simulator(), pages: simulator() };
  return {
    directory: "https://plc.directory",
    appView: "https://public.api.bsky.app",
    pages: "https://bsky.app",
  };
}

const simulator = (): string => new URL(env.NETWORK_SIMULATOR ?? "").origin;

const bothOf = (clientId?: string, clientSecret?: string): RegisteredApp | null =>
  clientId && clientSecret ? { clientId, clientSecret } : null;
