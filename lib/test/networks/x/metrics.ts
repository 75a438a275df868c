import { accountFor } from "../accounts.ts";
import { type Answer, type Call, json } from "../call.ts";
import { engagementOf } from "../engagement.ts";
import type { World } from "../world.ts";
import type { XPost } from "./state.ts";
import { assertAffordable, assertAllowed, chargeReads, countCall, readPrice, userOf } from "./user.ts";

const pricePerUser = 0.01;

/** What X says of a post to everybody. A number that is null is left out. */
export function postMetrics(world: World, post: XPost): object {
  const engagement = engagementOf(world, "x", post);
  const reposts = world.state.settings.x.names === "post" ? "repost_count" : "retweet_count";
  return known({
    [reposts]: engagement.reposts,
    reply_count: engagement.comments,
    like_count: engagement.likes,
    quote_count: engagement.quotes,
    bookmark_count: engagement.bookmarks,
    impression_count: engagement.impressions,
  });
}

export function nonPublicMetrics(world: World, post: XPost): object {
  const { impressions, clicks, likes, comments, reposts } = engagementOf(world, "x", post);
  return known({
    impression_count: impressions,
    url_link_clicks: clicks,
    user_profile_clicks: 0,
    engagements: (likes ?? 0) + (comments ?? 0) + (reposts ?? 0),
  });
}

/** `GET https://api.x.com/2/users/me` */
export function me(world: World, call: Call): Answer {
  const user = userOf(world, call);
  countCall(world, call, user, "GET /2/users/me", "mePer15Minutes");
  assertAllowed(world, user, ["users.read", "tweet.read"]);
  const account = accountFor(world, "x", user.account);
  assertAffordable(world, readPrice(world, [account.subject], pricePerUser));
  const asked = (call.query.get("user.fields") ?? "").split(",");
  const posts = Object.values(world.state.x.posts).filter(
    (post) => post.account === account.id && post.deletedAt === null,
  );
  const counted = world.state.settings.x.names === "post" ? "post_count" : "tweet_count";
  const data = {
    id: account.subject,
    name: account.name,
    username: account.id,
    ...(asked.includes("public_metrics") && {
      public_metrics: known({
        followers_count: account.followers,
        following_count: account.following,
        [counted]: posts.length,
        listed_count: 0,
        like_count: 0,
      }),
    }),
  };
  chargeReads(world, [account.subject], pricePerUser);
  return json(200, { data });
}

const known = (metrics: Record<string, number | null>): object =>
  Object.fromEntries(Object.entries(metrics).filter(([, value]) => value !== null));
