import { bearerOf, type Call } from "../call.ts";
import { minute } from "../clock.ts";
import { take } from "../window.ts";
import type { World } from "../world.ts";
import { refuse } from "./errors.ts";
import { noteRate } from "./rate.ts";
import { includes } from "./scopes.ts";

/** Whose token it is, when it may do one of these. */
export function userOf(world: World, call: Call, anyOf: string[]): string {
  const grant = world.state.mastodon.grants.byToken[bearerOf(call) ?? ""];
  if (!grant || grant.revoked || (grant.expiresAt !== null && grant.expiresAt <= world.now()))
    throw refuse(401, "The access token is invalid");
  countRequest(world, call, grant.account);
  if (world.state.accounts.mastodon[grant.account]?.suspended)
    throw refuse(403, "Your login is currently disabled");
  if (!anyOf.some((scope) => includes(grant.scopes, scope)))
    throw refuse(403, "This action is outside the authorized scopes");
  return grant.account;
}

export function countRequest(world: World, call: Call, account: string): void {
  const { requestsPer5Minutes: limit } = world.state.settings.mastodon;
  count(world, call, `requests:${account}`, { limit, ms: 5 * minute });
}

export function countMedia(world: World, call: Call, account: string): void {
  const { mediaPer30Minutes: limit } = world.state.settings.mastodon;
  count(world, call, `media:${account}`, { limit, ms: 30 * minute });
}

function count(world: World, call: Call, name: string, window: { limit: number; ms: number }): void {
  const taken = take(world.state.mastodon.windows, name, window, world.now());
  noteRate(call, taken);
  if (!taken.allowed) throw refuse(429, "Too many requests");
}
