import { accountFor } from "../accounts.ts";
import { type Answer, bearerOf, type Call, formOf, isObject, json } from "../call.ts";
import { engagementOf } from "../engagement.ts";
import { imageAddress } from "../images.ts";
import type { NetworkServer } from "../network-server.ts";
import { answerBy, type Route } from "../route.ts";
import type { PostChange, PublicPost, World } from "../world.ts";
import { followersCount, postAnalytics } from "./analytics.ts";
import { authorize } from "./authorize.ts";
import { accessDenied, notFound } from "./errors.ts";
import { imagesOf, initializeUpload, isVisible, readImage, upload } from "./images.ts";
import { readLittleText } from "./little-text.ts";
import { assertScope, memberOf, restMember } from "./member.ts";
import { changePost, createPost, deletePost, readPost } from "./posts.ts";
import type { LinkedInPost } from "./state.ts";
import { accessToken, introspect, subjectFor } from "./token.ts";

const routes: Route[] = [
  ["GET", "/oauth/v2/authorization", authorize],
  ["POST", "/oauth/v2/authorization", authorize],
  ["POST", "/oauth/v2/accessToken", accessToken],
  ["POST", "/oauth/v2/introspectToken", introspect],
  ["GET", "/v2/userinfo", userinfo],
  ["GET", "/v2/me", (world, call) => assertRetired(world, call)],
  ["GET", "/v2/connections/:urn", connections],
  ["POST", "/rest/posts", createPost],
  ["GET", "/rest/posts/:urn", readPost],
  ["POST", "/rest/posts/:urn", changePost],
  ["DELETE", "/rest/posts/:urn", deletePost],
  ["POST", "/rest/images", initializeUpload],
  ["GET", "/rest/images/:urn", readImage],
  ["PUT", "/dms-uploads/:key/uploaded-image/0", upload],
  ["GET", "/rest/memberCreatorPostAnalytics", postAnalytics],
  ["GET", "/rest/memberFollowersCount", followersCount],
  ["GET", "/rest/socialMetadata/:urn", socialMetadata],
];

export const linkedin: NetworkServer = {
  answer: (world, call) => answerBy(routes, world, call),
  accountOf,
  posts: (world) =>
    Object.values(world.state.linkedin.posts)
      .filter(({ deletedAt, body }) => deletedAt === null && isVisible(world, body))
      .map((post) => publicPost(world, post)),
  changePost: (world, { id, deleted, ...engagement }: PostChange) => {
    const post = world.state.linkedin.posts[id];
    if (!post) return false;
    if (deleted !== undefined) post.deletedAt = deleted ? world.now() : null;
    Object.assign(post.engagement, engagement);
    return true;
  },
};

function accountOf(world: World, call: Call): string | null {
  const { byToken, byRefresh, codes } = world.state.linkedin.grants;
  const form = formOf(call);
  const refresh = byRefresh[form.get("refresh_token") ?? ""] ?? "";
  const token = bearerOf(call) ?? form.get("token") ?? refresh;
  return byToken[token]?.account ?? codes[form.get("code") ?? ""]?.account ?? null;
}

function userinfo(world: World, call: Call): Answer {
  const { account, grant } = memberOf(world, call);
  if (!grant.scopes.includes("openid")) throw accessDenied("userInfo.GET.NO_VERSION");
  const { name, id } = accountFor(world, "linkedin", account);
  const [given, ...family] = name.split(" ");
  return json(200, {
    sub: subjectFor(account, grant.clientId),
    ...(grant.scopes.includes("profile") && {
      name,
      given_name: given,
      family_name: family.join(" "),
      locale: { country: "US", language: "en" },
    }),
    ...(grant.scopes.includes("email") && { email: `${id}@example.com`, email_verified: true }),
  });
}

/** `/v2/me` wants a scope that is no longer given to new apps. */
function assertRetired(world: World, call: Call): Answer {
  const member = memberOf(world, call);
  assertScope(member, "r_basicprofile", "me.GET.NO_VERSION");
  return json(200, { id: subjectFor(member.account, member.grant.clientId) });
}

function connections(world: World, call: Call, urn = ""): Answer {
  const member = memberOf(world, call);
  assertScope(member, "r_1st_connections_size", "connections.GET.NO_VERSION");
  if (urn !== member.urn) throw accessDenied("connections.GET.NO_VERSION");
  return json(200, { firstDegreeSize: accountFor(world, "linkedin", member.account).connections ?? 0 });
}

function socialMetadata(world: World, call: Call, urn = ""): Answer {
  const member = restMember(world, call);
  assertScope(member, "r_member_social", "partnerApiSocialMetadata.GET.NO_VERSION");
  const post = world.state.linkedin.posts[urn];
  if (!post || post.deletedAt !== null) throw notFound(urn);
  const { likes, comments } = engagementOf(world, "linkedin", post);
  return json(200, {
    entity: urn.replace(/share|ugcPost/, "activity"),
    reactionSummaries: likes ? { LIKE: { reactionType: "LIKE", count: likes } } : {},
    commentSummary: { count: comments ?? 0 },
    commentsState: "OPEN",
  });
}

/** The words end where LinkedIn cuts them; the article is shown as it was sent, its page is never read. */
function publicPost(world: World, { urn, account, body, createdAt }: LinkedInPost): PublicPost {
  const content = isObject(body.content) ? body.content : {};
  const article = isObject(content.article) ? content.article : null;
  const media = isObject(content.media) ? content.media : null;
  const image = (id: unknown) => imageAddress(world, String(id));
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    provider: "linkedin",
    id: urn,
    account,
    author: { name: accountFor(world, "linkedin", account).name, handle: "" },
    text: readLittleText(String(body.commentary)).shown,
    card: article && {
      url: String(article.source),
      title: text(article.title),
      description: text(article.description),
      image: article.thumbnail ? image(article.thumbnail) : null,
    },
    images: article ? [] : imagesOf(body).map((id) => ({ url: image(id), alt: text(media?.altText) })),
    at: new Date(createdAt).toISOString(),
    permalink: `${world.origin}/feed/update/${urn}/`,
  };
}
