import { type Account, accountFor } from "../accounts.ts";
import { type Answer, bearerOf, type Call, json, objectOf } from "../call.ts";
import { day, minute } from "../clock.ts";
import { newSecret } from "../secrets.ts";
import { take } from "../window.ts";
import type { World } from "../world.ts";
import { invalid, refuse } from "./errors.ts";
import { didDocOf, findPerson, handleOf } from "./identity.ts";
import { assertWithin } from "./rate.ts";
import type { Session } from "./state.ts";

/** What every account takes until the control plane gives it another. */
export const appPassword = "abcd-efgh-ijkl-mnop";

/** `com.atproto.server.createSession` */
export function createSession(world: World, call: Call): Answer {
  const { identifier, password, authFactorToken } = objectOf(call) ?? {};
  if (typeof identifier !== "string" || typeof password !== "string")
    throw invalid('Input must have the properties "identifier" and "password"');
  countSession(world, call, identifier);
  const person = findPerson(world, identifier);
  const { passwords, authFactor } = world.state.bluesky;
  const right = person && (person.id in passwords ? passwords[person.id] : appPassword);
  if (!person || !right || password !== right)
    throw refuse(401, "AuthenticationRequired", "Invalid identifier or password");
  if (person.suspended) throw takenDown();
  if (authFactor[person.id] && !authFactorToken)
    throw refuse(401, "AuthFactorTokenRequired", "A sign in code has been sent to your email address");
  return json(200, sessionView(world, person, newSession(world, person)));
}

/**
 * `com.atproto.server.refreshSession`: each refresh token leads to one successor, and still does two hours after it
 * was used.
 */
export function refreshSession(world: World, call: Call): Answer {
  const session = sessionOf(world, call, "refresh");
  const person = accountFor(world, "bluesky", session.account);
  if (person.suspended) throw takenDown();
  const { sessions } = world.state.bluesky;
  const successor = session.next && sessions[session.next.id];
  const next = successor ?? newSession(world, person);
  session.next ??= { id: idIn(next.refreshJwt), at: world.now() };
  return json(200, sessionView(world, person, next));
}

/** `com.atproto.server.getSession` */
export function getSession(world: World, call: Call): Answer {
  const person = personOf(world, call);
  return json(200, { handle: handleOf(person), did: person.subject, active: true });
}

/** `com.atproto.server.deleteSession` */
export function deleteSession(world: World, call: Call): Answer {
  sessionOf(world, call, "refresh").revoked = true;
  return { status: 200 };
}

/** Whose access token the call carries. */
export function personOf(world: World, call: Call): Account {
  const person = accountFor(world, "bluesky", sessionOf(world, call, "access").account);
  if (person.suspended) throw takenDown();
  return person;
}

export const findSession = (world: World, jwt: string): Session | null => {
  const session = world.state.bluesky.sessions[idIn(jwt)];
  return session && (session.accessJwt === jwt || session.refreshJwt === jwt) ? session : null;
};

function sessionOf(world: World, call: Call, kind: "access" | "refresh"): Session {
  const jwt = bearerOf(call);
  if (!jwt) throw refuse(401, "AuthMissing", "Authentication Required");
  const session = findSession(world, jwt);
  if (!session) throw refuse(400, "InvalidToken", "Token could not be verified");
  if (jwt !== (kind === "access" ? session.accessJwt : session.refreshJwt))
    throw refuse(400, "InvalidToken", "Bad token scope");
  const now = world.now();
  const { refreshGraceMs, revokedAccessLives } = world.state.settings.bluesky;
  const isOver = session.next !== null && session.next.at + refreshGraceMs <= now;
  if (kind === "refresh" ? session.revoked || isOver : session.revoked && !revokedAccessLives)
    throw refuse(400, "ExpiredToken", "Token has been revoked");
  if ((kind === "access" ? session.accessExpiresAt : session.refreshExpiresAt) <= now)
    throw refuse(400, "ExpiredToken", "Token has expired");
  return session;
}

function newSession(world: World, person: Account): Session {
  const { accessMs, refreshMs } = world.state.settings.bluesky;
  const now = world.now();
  const id = newSecret(16);
  const session: Session = {
    account: person.id,
    accessJwt: jwt(id, person, "com.atproto.appPass", now, accessMs),
    accessExpiresAt: now + accessMs,
    refreshJwt: jwt(id, person, "com.atproto.refresh", now, refreshMs),
    refreshExpiresAt: now + refreshMs,
    revoked: false,
    next: null,
  };
  world.state.bluesky.sessions[id] = session;
  return session;
}

function jwt(id: string, { subject }: Account, scope: string, now: number, livesMs: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const seconds = (at: number) => Math.floor(at / 1000);
  const claims = { scope, sub: subject, iat: seconds(now), exp: seconds(now + livesMs), jti: id };
  return `${part({ typ: "at+jwt", alg: "ES256K" })}.${part(claims)}.${newSecret(64)}`;
}

function idIn(token: string): string {
  try {
    return String(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).jti);
  } catch {
    return "";
  }
}

const sessionView = (world: World, person: Account, { accessJwt, refreshJwt }: Session): object => ({
  accessJwt,
  refreshJwt,
  handle: handleOf(person),
  did: person.subject,
  didDoc: didDocOf(world, person),
  active: true,
});

function countSession(world: World, call: Call, identifier: string): void {
  const { sessionsPer5Minutes, sessionsPerDay } = world.state.settings.bluesky;
  const { windows } = world.state.bluesky;
  const now = world.now();
  const name = `session:${identifier.toLowerCase()}`;
  assertWithin(world, call, [
    take(windows, `${name}:5`, { limit: sessionsPer5Minutes, ms: 5 * minute }, now),
    take(windows, `${name}:day`, { limit: sessionsPerDay, ms: day }, now),
  ]);
}

const takenDown = () => refuse(401, "AccountTakedown", "Account has been taken down");
