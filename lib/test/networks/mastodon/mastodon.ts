import { accountFor } from "../accounts.ts";
import { bearerOf, type Call, formOf, Refusal } from "../call.ts";
import { imageAddress } from "../images.ts";
import { bareCard } from "../link-card.ts";
import type { NetworkServer } from "../network-server.ts";
import { answerBy, type Route } from "../route.ts";
import type { PostChange, PublicPost, World } from "../world.ts";
import { verifyCredentials } from "./accounts.ts";
import { registerApp } from "./apps.ts";
import { instance } from "./instance.ts";
import { changeMedia, readMedia, uploadMedia } from "./media.ts";
import { authorize, discover, revoke, token } from "./oauth.ts";
import { withRate } from "./rate.ts";
import type { MastodonStatus } from "./state.ts";
import {
  createStatus,
  deleteStatus,
  firstLink,
  isPublic,
  listStatuses,
  readStatus,
  readStatuses,
} from "./statuses.ts";

const routes: Route[] = [
  ["GET", "/.well-known/oauth-authorization-server", discover],
  ["POST", "/api/v1/apps", registerApp],
  ["GET", "/oauth/authorize", authorize],
  ["POST", "/oauth/authorize", authorize],
  ["POST", "/oauth/token", token],
  ["POST", "/oauth/revoke", revoke],
  ["GET", "/api/v1/accounts/verify_credentials", verifyCredentials],
  ["GET", "/api/v2/instance", instance],
  ["POST", "/api/v1/statuses", createStatus],
  ["GET", "/api/v1/statuses", readStatuses],
  ["GET", "/api/v1/statuses/:id", readStatus],
  ["GET", "/api/v1/accounts/:id/statuses", listStatuses],
  ["DELETE", "/api/v1/statuses/:id", deleteStatus],
  ["POST", "/api/v2/media", uploadMedia],
  ["GET", "/api/v1/media/:id", readMedia],
  ["PUT", "/api/v1/media/:id", changeMedia],
];

export const mastodon: NetworkServer = {
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
    Object.values(world.state.mastodon.statuses)
      .filter((status) => isPublic(world, status))
      .map((status) => publicPost(world, status)),
  changePost: (world, { id, deleted, ...engagement }: PostChange) => {
    const status = world.state.mastodon.statuses[id];
    if (!status) return false;
    if (deleted !== undefined) status.deletedAt = deleted ? world.now() : null;
    Object.assign(status.engagement, engagement);
    return true;
  },
};

function accountOf(world: World, call: Call): string | null {
  const { byToken, codes } = world.state.mastodon.grants;
  const form = formOf(call);
  const token = bearerOf(call) ?? form.get("token") ?? "";
  return byToken[token]?.account ?? codes[form.get("code") ?? ""]?.account ?? null;
}

/** The card is of the page behind the first address. */
function publicPost(world: World, status: MastodonStatus): PublicPost {
  const { name, id } = accountFor(world, "mastodon", status.account);
  const link = firstLink(status);
  return {
    provider: "mastodon",
    id: status.id,
    account: status.account,
    author: { name, handle: `@${id}@${new URL(world.origin).host}` },
    text: status.text,
    card: link ? (status.card ?? bareCard(link)) : null,
    images: status.mediaIds.map((mediaId) => ({
      url: imageAddress(world, `mastodon-${mediaId}`),
      alt: world.state.mastodon.media[mediaId]?.description ?? null,
    })),
    at: new Date(status.createdAt).toISOString(),
    permalink: `${world.origin}/@${id}/${status.id}`,
  };
}
