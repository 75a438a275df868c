import { type Answer, type Call, isObject, type JsonObject, json, objectOf } from "../call.ts";
import { sha256 } from "../secrets.ts";
import { noEngagement, type World } from "../world.ts";
import { countDay } from "./daily-limit.ts";
import { accessDenied, badField, duplicateOf, notFound, refuse } from "./errors.ts";
import { assertImagesReady } from "./images.ts";
import { assertScope, type Member, restMember } from "./member.ts";
import { assertPost } from "./post-schema.ts";
import type { LinkedInPost } from "./state.ts";

/** `POST https://api.linkedin.com/rest/posts` */
export function createPost(world: World, call: Call): Answer {
  const member = restMember(world, call);
  assertScope(member, "w_member_social", "partnerApiPostsExternal.CREATE.NO_VERSION");
  countDay(world, member);
  const body = readBody(call);
  const { commentaryMax, idHeader, urnKind } = world.state.settings.linkedin;
  assertPost(body, commentaryMax);
  if (body.author !== member.urn) throw accessDenied("partnerApiPostsExternal.CREATE.NO_VERSION");
  assertImagesReady(world, member, body);
  const sameness = samenessOf(world, body);
  assertNew(world, member, sameness);

  const urn = `urn:li:${urnKind}:${world.nextId()}`;
  world.state.linkedin.posts[urn] = {
    urn,
    account: member.account,
    author: member.urn,
    body,
    sameness,
    createdAt: world.now(),
    deletedAt: null,
    engagement: noEngagement(),
  };
  return { status: 201, headers: idHeader ? { [idHeader]: urn } : {} };
}

export function readPost(world: World, call: Call, urn = ""): Answer {
  const member = restMember(world, call);
  const { readBack } = world.state.settings.linkedin;
  if (!readBack) assertScope(member, "r_member_social", "partnerApiPostsExternal.GET.NO_VERSION");
  const post = ownPost(world, member, urn);
  return json(200, { id: urn, ...post.body, createdAt: post.createdAt, publishedAt: post.createdAt });
}

export function changePost(world: World, call: Call, urn = ""): Answer {
  const member = restMember(world, call);
  assertScope(member, "w_member_social", "partnerApiPostsExternal.PARTIAL_UPDATE.NO_VERSION");
  if (String(call.headers["x-restli-method"]).toUpperCase() !== "PARTIAL_UPDATE")
    throw badField("ILLEGAL_ARGUMENT", "X-RestLi-Method must be PARTIAL_UPDATE");
  const post = ownPost(world, member, urn);
  const patch = readBody(call).patch;
  const set = isObject(patch) && isObject(patch.$set) ? patch.$set : {};
  if (typeof set.commentary !== "string") throw badField("MISSING_FIELD", "The field commentary is missing");
  post.body = { ...post.body, commentary: set.commentary };
  return { status: 204 };
}

/** Deleting twice is no error. */
export function deletePost(world: World, call: Call, urn = ""): Answer {
  const member = restMember(world, call);
  assertScope(member, "w_member_social", "partnerApiPostsExternal.DELETE.NO_VERSION");
  const post = world.state.linkedin.posts[urn];
  if (post && post.account !== member.account)
    throw accessDenied("partnerApiPostsExternal.DELETE.NO_VERSION");
  if (post) post.deletedAt ??= world.now();
  return { status: 204 };
}

function ownPost(world: World, member: Member, urn: string): LinkedInPost {
  const post = world.state.linkedin.posts[urn];
  if (!post || post.deletedAt !== null) throw notFound(urn);
  if (post.account !== member.account) throw accessDenied(urn);
  return post;
}

function readBody(call: Call): JsonObject {
  const body = objectOf(call);
  if (!body)
    throw refuse(400, {
      status: 400,
      code: "ILLEGAL_ARGUMENT",
      message: "Request body could not be converted to data map",
    });
  return body;
}

/** Nobody knows what LinkedIn takes for the same: everything that was sent, or the words alone. */
function samenessOf(world: World, body: JsonObject): string {
  const { duplicateBy } = world.state.settings.linkedin;
  const compared = duplicateBy === "body" ? sorted(body) : body.commentary;
  return sha256(JSON.stringify(compared)).toString("base64url");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
}

function assertNew(world: World, { urn }: Member, sameness: string): void {
  const now = world.now();
  const { duplicateWindowMs, ghostMs } = world.state.settings.linkedin;
  const earlier = Object.values(world.state.linkedin.posts).find(
    (post) =>
      post.author === urn &&
      post.sameness === sameness &&
      now - post.createdAt < (post.deletedAt === null ? duplicateWindowMs : ghostMs),
  );
  if (earlier) throw duplicateOf(earlier.urn);
}
