import { findAccount } from "../accounts.ts";
import { type Answer, type Call, json } from "../call.ts";
import { day } from "../clock.ts";
import type { World } from "../world.ts";
import { invalidRequest, problem } from "./errors.ts";
import { nonPublicMetrics, postMetrics } from "./metrics.ts";
import { shorten } from "./text.ts";
import { assertAffordable, assertAllowed, chargeReads, countCall, readPrice, userOf } from "./user.ts";

const price = 0.005;
const reading = ["tweet.read", "users.read"];

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
      price,
    ),
  );
  const read = ids.map((id) => readPost(world, call, id, user.account));
  return answerRead(world, read);
}

export function lookUpPost(world: World, call: Call, id = ""): Answer {
  const user = userOf(world, call);
  countCall(world, call, user, "GET /2/tweets/:id", "lookupPer15Minutes");
  assertAllowed(world, user, reading);
  assertAffordable(world, price);
  const { data, errors } = readPost(world, call, id, user.account);
  if (data) chargeReads(world, [id], price);
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
  assertAffordable(world, readPrice(world, ids, price));
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
    price,
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
