import { z } from "zod";
import { askNetwork, readJson } from "../ask-network.ts";
import { blueskyHosts, isSimulated } from "../network-hosts.ts";
import { askXrpc, isDone } from "./answers.ts";

/** `not_found` is the server's own word; `unheard` says nothing. */
export type Lookup<Value> = Value | "not_found" | "unheard";

/** The lasting name of the account behind a handle, as that server says. */
export async function findDid(origin: string, handle: string): Promise<Lookup<`did:${string}`>> {
  const answer = await askXrpc({
    method: "GET",
    origin,
    name: "com.atproto.identity.resolveHandle",
    query: { handle },
  });
  if (answer.kind === "answer" && answer.status >= 400 && answer.status < 500 && answer.status !== 429)
    return "not_found";
  const did = isDone(answer) ? z.object({ did: z.string() }).safeParse(readJson(answer)).data?.did : null;
  return isDid(did) ? did : "unheard";
}

const document = z.object({
  id: z.string(),
  service: z.array(z.object({ id: z.string(), type: z.string(), serviceEndpoint: z.unknown() })).catch([]),
});

/** The server that holds the account, from its DID document: https://atproto.com/specs/did */
export async function findServer(origin: string, did: string): Promise<Lookup<string>> {
  const url = documentAddress(origin, did);
  if (!url) return "not_found";
  const answer = await askNetwork({ method: "GET", url });
  if (answer.kind === "answer" && (answer.status === 404 || answer.status === 410)) return "not_found";
  if (!isDone(answer)) return "unheard";
  const { data } = document.safeParse(readJson(answer));
  const service = data?.service.find(
    ({ id, type }) => id.endsWith("#atproto_pds") && type === "AtprotoPersonalDataServer",
  );
  return data?.id === did ? (webOrigin(service?.serviceEndpoint) ?? "not_found") : "not_found";
}

export const isDid = (text: unknown): text is `did:${string}` =>
  typeof text === "string" && /^did:(plc:[a-z2-7]{24}|web:[a-z0-9.-]+)$/.test(text);

function documentAddress(origin: string, did: string): string | null {
  if (did.startsWith("did:plc:")) return `${blueskyHosts(origin).directory}/${did}`;
  const host = /^did:web:([a-z0-9.-]+)$/.exec(did)?.[1];
  return host ? `https://${host}/.well-known/did.json` : null;
}

/** Anybody may write such a document: no port but the web's own. ask-network.ts sees that it is in no private network. */
function webOrigin(endpoint: unknown): string | null {
  const url = typeof endpoint === "string" ? URL.parse(endpoint) : null;
  if (!url) return null;
  const isPublic = url.protocol === "https:" && url.port === "";
  return isPublic || isSimulated("bluesky", url.origin) ? url.origin : null;
}
