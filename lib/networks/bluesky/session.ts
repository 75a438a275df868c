import { z } from "zod";
import { clock } from "#lib/clock.ts";
import type { Access, Account, Tokens } from "../account.ts";
import { readJson } from "../ask-network.ts";
import type { ConnectOutcome, RefreshOutcome } from "../connector.ts";
import type { HeardAnswer } from "../create-answer.ts";
import { blueskyHosts } from "../network-hosts.ts";
import { askXrpc, isDone, readAccessRefusal, readError } from "./answers.ts";
import { findDid, findServer, isDid } from "./identity.ts";
import { readProfile } from "./profile.ts";

const sentences = {
  handle: "Write your handle in full, like you.bsky.social.",
  password:
    "That is not an app password. Bluesky makes one under Settings, Privacy and security, App passwords; it looks like xxxx-xxxx-xxxx-xxxx. Never give your own password away.",
  unknown: "Nobody there has that handle. Look at how it is written on your profile.",
  refused:
    "Bluesky does not know that handle with that app password. Copy both once more, or make a new app password.",
  code: "Bluesky asks for a code by e-mail, as it does for your own password. Make an app password: it needs no code.",
  inactive: "That account is not active on Bluesky. Open Bluesky to see why.",
};

const refused = (sentence: keyof typeof sentences): ConnectOutcome => ({
  kind: "refused",
  sentence: sentences[sentence],
});

const session = z.object({
  accessJwt: z.string().min(1),
  refreshJwt: z.string().min(1),
  did: z.string(),
  handle: z.string(),
  active: z.boolean().catch(true),
});

/** Opens a session with an app password, which is then forgotten. `origin` is where handles are looked up. */
export async function signIn(origin: string, identifier: string, password: string): Promise<ConnectOutcome> {
  const name = readIdentifier(identifier);
  if (!name) return refused("handle");
  if (!/^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/.test(password.trim())) return refused("password");
  const did = isDid(name) ? name : await findDid(origin, name);
  if (did === "not_found") return refused("unknown");
  if (did === "unheard") return { kind: "try_later" };
  const server = await findServer(origin, did);
  if (server === "not_found") return refused("unknown");
  if (server === "unheard") return { kind: "try_later" };
  return openSession(server, did, password.trim());
}

/** A new pair of tokens. The old refresh token leads to the same pair for two hours more, so a lost answer does no harm. */
export async function refreshSession({
  origin,
  refreshToken,
}: Access & { refreshToken: string | null }): Promise<RefreshOutcome> {
  if (!refreshToken) return { kind: "needs_reconnect", reason: "expired" };
  const answer = await askXrpc({
    method: "POST",
    origin,
    name: "com.atproto.server.refreshSession",
    token: refreshToken,
  });
  if (answer.kind !== "answer") return { kind: "try_later" };
  const { data } = session.safeParse(isDone(answer) ? readJson(answer) : null);
  if (data) return { kind: "refreshed", tokens: toTokens(data) };
  if (answer.status < 400 || answer.status >= 500) return { kind: "try_later" };
  return readAccessRefusal(answer) ?? { kind: "try_later" };
}

export async function endSession({
  origin,
  refreshToken,
}: Access & { refreshToken: string | null }): Promise<void> {
  if (!refreshToken) return;
  await askXrpc({ method: "POST", origin, name: "com.atproto.server.deleteSession", token: refreshToken });
}

async function openSession(server: string, did: string, password: string): Promise<ConnectOutcome> {
  const answer = await askXrpc({
    method: "POST",
    origin: server,
    name: "com.atproto.server.createSession",
    body: JSON.stringify({ identifier: did, password }),
  });
  if (answer.kind !== "answer") return { kind: "try_later" };
  const { data } = session.safeParse(isDone(answer) ? readJson(answer) : null);
  if (!data) return readSignInRefusal(answer);
  if (data.did !== did) return refused("refused");
  if (!data.active) return refused("inactive");
  return { kind: "connected", account: await toAccount(server, data), tokens: toTokens(data) };
}

function readSignInRefusal(answer: HeardAnswer): ConnectOutcome {
  const { error } = readError(answer);
  if (error === "AuthFactorTokenRequired") return refused("code");
  if (/^Account(Takedown|Suspended|Deactivated)$/.test(error)) return refused("inactive");
  if (answer.status < 400 || answer.status >= 500) return { kind: "try_later" };
  const refusal = readAccessRefusal(answer);
  return refusal?.kind === "retry_after" ? refusal : refused("refused");
}

async function toAccount(origin: string, { did, handle }: z.output<typeof session>): Promise<Account> {
  const profile = await readProfile(origin, did);
  return {
    origin,
    subject: did,
    handle,
    displayName: profile?.displayName || handle,
    profileUrl: `${blueskyHosts(origin).pages}/profile/${did}`,
    limits: null,
  };
}

const toTokens = ({ accessJwt, refreshJwt }: z.output<typeof session>): Tokens => ({
  accessToken: accessJwt,
  refreshToken: refreshJwt,
  expiresAt: endOf(accessJwt) ?? minutesFromNow(120),
  refreshExpiresAt: endOf(refreshJwt) ?? minutesFromNow(90 * 24 * 60),
  // An app password may do all that Herald does; there is nothing to choose from.
  grantedScopes: [],
});

/** Handles are often pasted with an `@` and with marks for the direction of writing, which cannot be seen. */
function readIdentifier(typed: string): string | null {
  const name = typed
    .replace(/[\p{Cf}\s]/gu, "")
    .replace(/^@/, "")
    .toLowerCase();
  return isDid(name) || /^([a-z0-9][a-z0-9-]*\.)+[a-z][a-z0-9-]*$/.test(name) ? name : null;
}

/** A token says itself when it is over. Nothing is believed for it but that. */
function endOf(jwt: string): Date | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString());
    const { exp } = z.object({ exp: z.number().positive().max(1e11) }).parse(claims);
    return new Date(exp * 1000);
  } catch {
    return null;
  }
}

const minutesFromNow = (minutes: number): Date => new Date(clock.now().getTime() + minutes * 60_000);
