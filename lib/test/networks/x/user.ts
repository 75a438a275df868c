import { bearerOf, type Call } from "../call.ts";
import { day, minute } from "../clock.ts";
import type { Settings } from "../settings.ts";
import { take } from "../window.ts";
import type { World } from "../world.ts";
import { creditsDepleted, forbidden, suspended, tooMany, unauthorized } from "./errors.ts";
import { noteRate } from "./rate.ts";

export type User = { account: string; scopes: string[]; clientId: string };

/** Whose token it is. */
export function userOf(world: World, call: Call): User {
  const grant = world.state.x.grants.byToken[bearerOf(call) ?? ""];
  if (!grant || grant.revoked || (grant.expiresAt ?? 0) <= world.now()) throw unauthorized();
  return grant;
}

export function assertAllowed(world: World, user: User, scopes: string[]): void {
  if (world.state.accounts.x[user.account]?.suspended) throw suspended(world);
  if (scopes.some((scope) => !user.scopes.includes(scope))) throw forbidden();
}

/** The call's answer will say how much is left. */
export function countCall(
  world: World,
  call: Call,
  user: User,
  route: string,
  limit: keyof Settings["x"]["limits"],
): void {
  const { limits } = world.state.settings.x;
  const { windows } = world.state.x;
  const now = world.now();
  const taken = take(windows, `${user.account}:${route}`, { limit: limits[limit], ms: 15 * minute }, now);
  const app =
    route === "POST /2/tweets"
      ? take(
          windows,
          `${user.clientId}:${route}:app`,
          { limit: limits.createPerAppPerDay, ms: day, cost: taken.allowed ? 1 : 0 },
          now,
        )
      : null;
  noteRate(call, taken, app);
  if (!taken.allowed || app?.allowed === false) throw tooMany();
}

export function assertAffordable(world: World, price: number): void {
  const { credits } = world.state.settings.x;
  if (credits !== null && (credits <= 0 || credits < price)) throw creditsDepleted();
}

/** Only what succeeded is charged. */
export function charge(world: World, price: number): void {
  const { x } = world.state.settings;
  world.state.x.spent = cents(world.state.x.spent + price);
  if (x.credits !== null) x.credits = cents(x.credits - price);
}

/** What reading these costs: each one once in a day of UTC. */
export function readPrice(world: World, ids: string[], each: number): number {
  const date = new Date(world.now()).toISOString().slice(0, 10);
  const unpaid = ids.filter((id) => !world.state.x.paidReads[`${date}:${id}`]);
  return cents(unpaid.length * each);
}

export function chargeReads(world: World, ids: string[], each: number): void {
  charge(world, readPrice(world, ids, each));
  const date = new Date(world.now()).toISOString().slice(0, 10);
  for (const id of ids) world.state.x.paidReads[`${date}:${id}`] = true;
}

const cents = (dollars: number): number => Math.round(dollars * 100_000) / 100_000;
