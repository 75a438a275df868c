import { type Account, accountFor } from "../accounts.ts";
import { type Answer, type Call, json } from "../call.ts";
import type { World } from "../world.ts";
import { userOf } from "./user.ts";

/** `GET /api/v1/accounts/verify_credentials` */
export function verifyCredentials(world: World, call: Call): Answer {
  const account = userOf(world, call, ["profile", "read:accounts"]);
  const person = accountFor(world, "mastodon", account);
  return json(200, { ...accountView(world, person), source: { privacy: "public", language: "en" } });
}

export function accountView(world: World, { id, name, subject, followers, following }: Account): object {
  const statuses = Object.values(world.state.mastodon.statuses).filter(
    ({ account, deletedAt }) => account === id && deletedAt === null,
  );
  return {
    id: subject,
    username: id,
    acct: id,
    display_name: name,
    url: `${world.origin}/@${id}`,
    uri: `${world.origin}/users/${id}`,
    avatar: `${world.origin}/avatars/original/missing.png`,
    ...(followers !== null && { followers_count: followers }),
    following_count: following,
    statuses_count: statuses.length,
  };
}
