import { accountFor } from "../accounts.ts";
import { bearerOf, type Call, formOf, Refusal } from "../call.ts";
import { imageAddress } from "../images.ts";
import { bareCard } from "../link-card.ts";
import type { NetworkServer } from "../network-server.ts";
import { answerBy, type Route } from "../route.ts";
import type { PostChange, PublicPost, World } from "../world.ts";
import { authorize } from "./authorize.ts";
import { append, describe, finalize, initialize, status, upload } from "./media.ts";
import { me } from "./metrics.ts";
import { createPost, deletePost } from "./posts.ts";
import { withRate } from "./rate.ts";
import { lookUpPost, lookUpPosts, timeline } from "./reads.ts";
import type { XPost } from "./state.ts";
import { shorten } from "./text.ts";
import { revoke, token } from "./token.ts";

const routes: Route[] = [
  ["GET", "/i/oauth2/authorize", authorize],
  ["POST", "/i/oauth2/authorize", authorize],
  ["POST", "/2/oauth2/token", token],
  ["POST", "/2/oauth2/revoke", revoke],
  ["POST", "/2/tweets", createPost],
  ["GET", "/2/tweets", lookUpPosts],
  ["GET", "/2/tweets/:id", lookUpPost],
  ["DELETE", "/2/tweets/:id", deletePost],
  ["GET", "/2/users/me", me],
  ["GET", "/2/users/:id/tweets", timeline],
  ["POST", "/2/media/upload", upload],
  ["GET", "/2/media/upload", status],
  ["POST", "/2/media/upload/initialize", initialize],
  ["POST", "/2/media/upload/:id/append", append],
  ["POST", "/2/media/upload/:id/finalize", finalize],
  ["POST", "/2/media/metadata", describe],
];

export const x: NetworkServer = {
  answer: async (world, call) => {
    try {
      const answer = await answerBy(routes, world, call);
      return answer && withRate(call, answer);
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(withRate(call, error.answer));
      throw error;
    }
  },
  accountOf,
  posts: (world) =>
    Object.values(world.state.x.posts)
      .filter(({ deletedAt }) => deletedAt === null)
      .map((post) => publicPost(world, post)),
  changePost: (world, { id, deleted, ...engagement }: PostChange) => {
    const post = world.state.x.posts[id];
    if (!post) return false;
    if (deleted !== undefined) post.deletedAt = deleted ? world.now() : null;
    Object.assign(post.engagement, engagement);
    return true;
  },
};

function accountOf(world: World, call: Call): string | null {
  const { byToken, byRefresh, codes } = world.state.x.grants;
  const form = formOf(call);
  const named = form.get("refresh_token") ?? form.get("token") ?? "";
  const token = bearerOf(call) ?? byRefresh[named] ?? named;
  return byToken[token]?.account ?? codes[form.get("code") ?? ""]?.account ?? null;
}

/** The card is of the page behind the last address. */
function publicPost(world: World, post: XPost): PublicPost {
  const last = shorten(post.text).urls.at(-1);
  return {
    provider: "x",
    id: post.id,
    account: post.account,
    author: { name: accountFor(world, "x", post.account).name, handle: `@${post.account}` },
    text: post.text,
    card: last && post.mediaIds.length === 0 ? (post.card ?? bareCard(last.expanded_url)) : null,
    images: post.mediaIds.map((id) => ({
      url: imageAddress(world, `x-${id}`),
      alt: world.state.x.media[id]?.alt ?? null,
    })),
    at: new Date(post.createdAt).toISOString(),
    permalink: `${world.origin}/${post.account}/status/${post.id}`,
  };
}
