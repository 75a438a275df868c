import { findAccount } from "../accounts.ts";
import { type Answer, type Call, isObject, type JsonObject, json, objectOf } from "../call.ts";
import { day } from "../clock.ts";
import { readCard } from "../link-card.ts";
import { noEngagement, type World } from "../world.ts";
import { duplicate, forbidden, invalidRequest, problem } from "./errors.ts";
import { nonPublicMetrics, postMetrics } from "./metrics.ts";
import type { XPost } from "./state.ts";
import { cashtagsOf, hasUrl, isPostable, sameText, shorten } from "./text.ts";
import {
  assertAffordable,
  assertAllowed,
  charge,
  chargeReads,
  countCall,
  readPrice,
  userOf,
} from "./user.ts";

const price = { post: 0.015, postWithUrl: 0.2, read: 0.005, delete: 0.01 };
const fields = [
  "text",
  "media",
  "reply_settings",
  "paid_partnership",
  "made_with_ai",
  "nullcast",
  "for_super_followers_only",
];
const reading = ["tweet.read", "users.read"];

/** `POST https://api.x.com/2/tweets` */
export function createPost(world: World, call: Call): Answer {
  const user = userOf(world, call);
  countCall(world, call, user, "POST /2/tweets", "createPer15Minutes");
  assertAllowed(world, user, ["tweet.write", ...reading]);
  const body = objectOf(call);
  const text = typeof body?.text === "string" ? body.text : "";
  const cost = hasUrl(text) ? price.postWithUrl : price.post;
  assertAffordable(world, cost);
  const mediaIds = checked(world, user.account, body);
  if (text && !isPostable(text, world.state.settings.x.maxWeighted)) throw forbidden();
  if (cashtagsOf(text).length > 1) throw forbidden();
  assertNew(world, user.account, text);

  const post: XPost = {
    id: world.nextId(),
    account: user.account,
    text: text.normalize("NFC"),
    mediaIds,
    sameness: sameText(text),
    card: null,
    createdAt: world.now(),
    deletedAt: null,
    engagement: noEngagement(),
  };
  world.state.x.posts[post.id] = post;
  const link = mediaIds.length === 0 ? shorten(text).urls.at(-1)?.expanded_url : undefined;
  if (link)
    readCard(world, link, "Twitterbot/1.0", (card) => {
      post.card = card;
    });
  charge(world, cost);
  const data = { id: post.id, text: shorten(post.text).text, edit_history_tweet_ids: [post.id] };
  return json(201, { data });
}

export function deletePost(world: World, call: Call, id = ""): Answer {
  const user = userOf(world, call);
  countCall(world, call, user, "DELETE /2/tweets/:id", "createPer15Minutes");
  assertAllowed(world, user, ["tweet.write", ...reading]);
  assertAffordable(world, price.delete);
  const post = world.state.x.posts[id];
  if (post && post.account !== user.account) throw forbidden();
  if (!post || post.deletedAt !== null) return json(200, { data: { deleted: false } });
  post.deletedAt = world.now();
  charge(world, price.delete);
  return json(200, { data: { deleted: true } });
}

/** `GET https://api.x.com/2/tweets?ids=…`: what is there in `data`, what is not in `errors`, both with 200. */
export function lookUpPosts(world: World, call: Call): Answer {
  const user = userOf(world, call);
  countCall(world, call, user, "GET /2/tweets", "lookupPer15Minutes");
  assertAllowed(world, user, reading);
  const ids = (call.query.get("ids") ?? "").split(",").filter(Boolean);
  if (ids.length === 0 || ids.length > 100 || ids.some((id) => !/^\d{1,19}$/.test(id)))
    throw invalidRequest(world, "The `ids` query parameter takes 1 to 100 ids", { ids });
  assertAffordable(
    world,
    readPrice(
      world,
      ids.filter((id) => isThere(world, id)),
      price.read,
    ),
  );
  const read = ids.map((id) => readPost(world, call, id, user.account));
  return answerRead(world, read);
}

export function lookUpPost(world: World, call: Call, id = ""): Answer {
  const user = userOf(world, call);
  countCall(world, call, user, "GET /2/tweets/:id", "lookupPer15Minutes");
  assertAllowed(world, user, reading);
  assertAffordable(world, price.read);
  const { data, errors } = readPost(world, call, id, user.account);
  if (data) chargeReads(world, [id], price.read);
  return json(200, { ...(data && { data }), ...(errors.length > 0 && { errors }) });
}

/** `GET https://api.x.com/2/users/{id}/tweets`, newest first. */
export function timeline(world: World, call: Call, subject = ""): Answer {
  const user = userOf(world, call);
  countCall(world, call, user, "GET /2/users/:id/tweets", "timelinePer15Minutes");
  assertAllowed(world, user, reading);
  const max = Number(call.query.get("max_results") ?? 10);
  if (!Number.isInteger(max) || max < 5 || max > 100)
    throw invalidRequest(
      world,
      `The \`max_results\` query parameter value [${max}] is not between 5 and 100`,
    );
  const since = Date.parse(call.query.get("start_time") ?? "1970-01-01T00:00:00Z");
  const owner = Object.values(world.state.accounts.x).find((account) => account.subject === subject);
  const posts = Object.values(world.state.x.posts)
    .filter(
      ({ account, deletedAt, createdAt }) =>
        account === owner?.id && deletedAt === null && createdAt >= since,
    )
    .sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1))
    .slice(0, max);
  const ids = posts.map(({ id }) => id);
  assertAffordable(world, readPrice(world, ids, price.read));
  const read = ids.map((id) => readPost(world, call, id, user.account));
  const meta = {
    result_count: ids.length,
    ...(ids.length > 0 && { newest_id: ids[0], oldest_id: ids.at(-1) }),
  };
  return answerRead(world, read, meta);
}

type Read = { id: string; data: object | null; errors: object[] };

function answerRead(world: World, read: Read[], meta?: object): Answer {
  const found = read.filter(({ data }) => data !== null);
  const errors = read.flatMap((one) => one.errors);
  chargeReads(
    world,
    found.map(({ id }) => id),
    price.read,
  );
  return json(200, {
    ...(found.length > 0 && { data: found.map(({ data }) => data) }),
    ...(errors.length > 0 && { errors }),
    ...(meta && { meta }),
  });
}

/** Numbers that only the author sees are had for thirty days; asked for later, they are an error of that post. */
function readPost(world: World, call: Call, id: string, reader: string): Read {
  const post = world.state.x.posts[id];
  if (!post || post.deletedAt !== null) return { id, data: null, errors: [missing(world, id)] };
  const asked = `${call.query.get("tweet.fields") ?? ""},${call.query.get("post.fields") ?? ""}`.split(",");
  const wantsPrivate = asked.includes("non_public_metrics") || asked.includes("organic_metrics");
  const isOwnAndYoung = post.account === reader && world.now() - post.createdAt < 30 * day;
  const errors = wantsPrivate && !isOwnAndYoung ? [unauthorizedField(world, id)] : [];
  if (errors.length > 0 && world.state.settings.x.oldNonPublic === "drop") return { id, data: null, errors };

  const { text, urls } = shorten(post.text);
  const data = {
    id,
    text,
    edit_history_tweet_ids: [id],
    ...(asked.includes("author_id") && { author_id: findAccount(world, "x", post.account)?.subject }),
    ...(asked.includes("created_at") && { created_at: new Date(post.createdAt).toISOString() }),
    ...(asked.includes("entities") && urls.length > 0 && { entities: { urls } }),
    ...(asked.includes("public_metrics") && { public_metrics: postMetrics(world, post) }),
    ...(wantsPrivate && errors.length === 0 && { non_public_metrics: nonPublicMetrics(world, post) }),
  };
  return { id, data, errors };
}

const isThere = (world: World, id: string): boolean => world.state.x.posts[id]?.deletedAt === null;

const missing = (world: World, id: string): object => ({
  value: id,
  detail: `Could not find tweet with ids: [${id}].`,
  title: "Not Found Error",
  resource_type: "tweet",
  parameter: "ids",
  resource_id: id,
  type: problem(world, "resource-not-found"),
});

const unauthorizedField = (world: World, id: string): object => ({
  resource_id: id,
  resource_type: "tweet",
  field: "non_public_metrics",
  title: "Field Authorization Error",
  detail: `Sorry, you are not authorized to access 'non_public_metrics' on the Tweet with ids : [${id}].`,
  section: "data",
  type: problem(world, "not-authorized-for-field"),
});

/** The ids of the images, when the rest is what the API takes. */
function checked(world: World, account: string, body: JsonObject | null): string[] {
  if (!body) throw invalidRequest(world, "The request body is not a JSON object");
  const unknown = Object.keys(body).find((name) => !fields.includes(name));
  if (unknown) throw invalidRequest(world, `$.${unknown}: is not defined in the schema`, { [unknown]: [] });
  if (body.text !== undefined && typeof body.text !== "string")
    throw invalidRequest(world, "$.text: string expected");
  const media = isObject(body.media) && Array.isArray(body.media.media_ids) ? body.media.media_ids : [];
  if (body.media !== undefined && (media.length === 0 || media.length > 4))
    throw invalidRequest(world, "$.media.media_ids: takes 1 to 4 ids");
  if (!body.text && media.length === 0) throw invalidRequest(world, "$.text: must not be empty");
  const now = world.now();
  for (const id of media) {
    const found = world.state.x.media[String(id)];
    const isGood =
      typeof id === "string" &&
      found?.account === account &&
      found.readyAt !== null &&
      found.readyAt <= now &&
      found.expiresAt > now;
    if (!isGood) throw invalidRequest(world, "Your media IDs are invalid.", { "media.media_ids": [id] });
  }
  return media.map(String);
}

function assertNew(world: World, account: string, text: string): void {
  const { duplicateWindowMs } = world.state.settings.x;
  const wanted = sameText(text);
  const isKnown = Object.values(world.state.x.posts).some(
    (post) =>
      post.account === account &&
      post.deletedAt === null &&
      world.now() - post.createdAt < duplicateWindowMs &&
      wanted !== "" &&
      post.sameness === wanted,
  );
  if (isKnown) throw duplicate();
}
