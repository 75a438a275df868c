import { type Answer, type Call, isObject, type JsonObject, json, objectOf } from "../call.ts";
import { readCard } from "../link-card.ts";
import { noEngagement, type World } from "../world.ts";
import { duplicate, forbidden, invalidRequest } from "./errors.ts";
import type { XPost } from "./state.ts";
import { cashtagsOf, hasUrl, isPostable, sameText, shorten } from "./text.ts";
import { assertAffordable, assertAllowed, charge, countCall, userOf } from "./user.ts";

const price = { post: 0.015, postWithUrl: 0.2, delete: 0.01 };
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
