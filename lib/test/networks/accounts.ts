import { type Grant, grantOfAccount } from "./grants.ts";
import type { Provider } from "./provider.ts";
import { numberOf, sha256 } from "./secrets.ts";
import type { World } from "./world.ts";

export type Account = {
  id: string;
  name: string;
  /** The network's own number for this person. On LinkedIn it is made for each app from this one. */
  subject: string;
  suspended: boolean;
  followers: number | null;
  following: number;
  connections: number | null;
};

export type Accounts = Record<Provider, Record<string, Account>>;

/** One change of an account; an account that is not there is made. */
export type AccountChange = {
  provider: Provider;
  id: string;
  name?: string;
  suspended?: boolean;
  followers?: number | null;
  following?: number;
  connections?: number | null;
  /** The person withdraws what they granted: every token of theirs dies. */
  revoke?: boolean;
  /** Access tokens are past their time. */
  expire?: boolean;
  /** Refresh tokens are, too. */
  expire_refresh?: boolean;
  remove_scope?: string;
  /** US dollars that the app has left on X; null never runs out. */
  credits?: number | null;
  /** Bluesky: the app password from now on; a revoked account has none until then. */
  password?: string;
  /** Bluesky: a code is asked for beside the password. */
  needs_auth_factor?: boolean;
};

const residents: [string, string][] = [
  ["alice", "Alice Ashby"],
  ["bob", "Bob Birch"],
];

export const freshAccounts = (): Accounts => ({
  linkedin: housed("linkedin"),
  x: housed("x"),
  bluesky: housed("bluesky"),
  mastodon: housed("mastodon"),
});

const housed = (provider: Provider): Record<string, Account> =>
  Object.fromEntries(residents.map(([id, name]) => [id, newAccount(provider, id, name)]));

export const findAccount = (world: World, provider: Provider, id: string): Account | null =>
  world.state.accounts[provider][id] ?? null;

export function accountFor(world: World, provider: Provider, id: string, name?: string): Account {
  const accounts = world.state.accounts[provider];
  const account = accounts[id] ?? newAccount(provider, id, name ?? titleCase(id));
  accounts[id] = account;
  return account;
}

/** "Carol Cole" is `carol_cole`, everywhere. */
export const idOfName = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "") || "nobody";

export function changeAccount(world: World, change: AccountChange): Account {
  const { provider, id } = change;
  const account = accountFor(world, provider, id, change.name);
  const { name, suspended, followers, following, connections } = change;
  Object.assign(account, defined({ name, suspended, followers, following, connections }));
  if (change.credits !== undefined) world.state.settings.x.credits = change.credits;
  if (provider === "bluesky") changeSessions(world, change);
  else for (const grant of grantOfAccount(world, provider, id)) changeGrant(grant, change, world.now());
  return account;
}

function changeGrant(grant: Grant, change: AccountChange, now: number): void {
  if (change.revoke) grant.revoked = true;
  if (change.expire && (grant.expiresAt === null || grant.expiresAt > now)) grant.expiresAt = now;
  if (change.expire_refresh && grant.refreshToken) grant.refreshExpiresAt = now;
  if (change.remove_scope) grant.scopes = grant.scopes.filter((scope) => scope !== change.remove_scope);
}

function changeSessions(world: World, change: AccountChange): void {
  const now = world.now();
  const { sessions, authFactor, passwords } = world.state.bluesky;
  if (change.revoke) passwords[change.id] = null;
  if (change.password !== undefined) passwords[change.id] = change.password;
  for (const session of Object.values(sessions)) {
    if (session.account !== change.id) continue;
    if (change.revoke) session.revoked = true;
    if (change.expire) session.accessExpiresAt = now;
    if (change.expire_refresh) session.refreshExpiresAt = now;
  }
  if (change.needs_auth_factor !== undefined) authFactor[change.id] = change.needs_auth_factor;
}

const defined = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function newAccount(provider: Provider, id: string, name: string): Account {
  const size = sha256(`${provider}:${id}`).readUInt16BE(0);
  return {
    id,
    name,
    subject: subjectOf(provider, id),
    suspended: false,
    followers: 80 + (size % 1400),
    following: 40 + (size % 300),
    connections: 60 + (size % 900),
  };
}

function subjectOf(provider: Provider, id: string): string {
  if (provider === "x") return numberOf(`x:${id}`, 19);
  if (provider === "mastodon") return numberOf(`mastodon:${id}`, 18);
  if (provider === "bluesky") return `did:plc:${base32(sha256(`bluesky:${id}`)).slice(0, 24)}`;
  return id;
}

const letters = "abcdefghijklmnopqrstuvwxyz234567";

const base32 = (bytes: Buffer): string => [...bytes].map((byte) => letters[byte % 32]).join("");

const titleCase = (id: string): string =>
  id.replace(/(^|[_-])(\w)/g, (_, gap: string, letter: string) => (gap ? " " : "") + letter.toUpperCase());
