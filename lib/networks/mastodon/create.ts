import { randomUUID } from "node:crypto";
import { z } from "zod";
import { clock } from "#lib/clock.ts";
import type {
  Access,
  CreateAnswer,
  CreateRequest,
  FrozenPost,
  Picture,
  PrepareOutcome,
  PublishOutcome,
  UnknownPost,
} from "../adapter.ts";
import { readJson } from "../ask-network.ts";
import { type HeardAnswer, toCreateAnswer } from "../create-answer.ts";
import { fits } from "../text-length.ts";
import { wordsWithLink } from "../words.ts";
import { askMastodon, isDone, readRefusal } from "./answers.ts";
import { uploadPicture } from "./media.ts";

/** A server knows a key for an hour; a request that is on its way for long must still arrive within it. */
const keyMs = 60 * 60_000;
const travelMs = 60_000;

export async function preparePost(
  access: Access,
  post: FrozenPost,
  picture: Picture | null,
): Promise<PrepareOutcome> {
  if (!fits("mastodon", post.text, post.url, access.limits)) return { kind: "rejected", reason: "too_long" };
  const media = picture && (await uploadPicture(access, picture));
  if (media && media.kind !== "uploaded") return media;
  const body = JSON.stringify({
    status: wordsWithLink(post.text, post.url),
    visibility: "public",
    language: post.language.split("-")[0],
    ...(media && { media_ids: [media.id] }),
  });
  return { kind: "ready", request: { body, key: randomUUID(), apiVersion: null } };
}

/** https://docs.joinmastodon.org/methods/statuses/#create */
export const createPost = (access: Access, request: CreateRequest): Promise<CreateAnswer> =>
  send(access, request, (answer) => readCreated(answer, access));

/** Under one key a server answers with the post that it made the first time, or makes it now. After an hour it would make another. */
export async function resolvePost(access: Access, { request, sentAt }: UnknownPost): Promise<CreateAnswer> {
  const isKnown = clock.now().getTime() - sentAt.getTime() < keyMs - travelMs;
  if (!isKnown || !request.key)
    return { outcome: { kind: "unknown", because: "no_answer" }, status: null, ids: {}, detail: null };
  return send(access, request, (answer) => readRepeated(answer, access));
}

async function send(
  { origin, accessToken }: Access,
  { body, key }: CreateRequest,
  read: (answer: HeardAnswer) => PublishOutcome,
): Promise<CreateAnswer> {
  const answer = await askMastodon({
    method: "POST",
    origin,
    path: "/api/v1/statuses",
    token: accessToken,
    ...(key && { headers: { "Idempotency-Key": key } }),
    body,
  });
  return toCreateAnswer(answer, { read, idHeaders: ["x-request-id"], secrets: [accessToken] });
}

const status = z.object({
  id: z.string().min(1),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .catch(null),
});

function readCreated(answer: HeardAnswer, { origin, handle }: Access): PublishOutcome {
  if (answer.status >= 500) return { kind: "unknown", because: "server_error" };
  const body = readJson(answer);
  const { data } = status.safeParse(body);
  if (isDone(answer) && data) {
    const url = data.url ?? `${origin}/@${handle.split("@")[0]}/${data.id}`;
    return { kind: "published", externalId: data.id, url };
  }
  if (isDone(answer) && body !== null) return { kind: "published_id_unknown" };
  return readRefusal(answer) ?? { kind: "unknown", because: "unreadable" };
}

function readRepeated(answer: HeardAnswer, access: Access): PublishOutcome {
  const outcome = readCreated(answer, access);
  if (outcome.kind === "published") return { ...outcome, kind: "published_adopted" };
  // That it is refused now does not prove that it was refused then.
  return outcome.kind === "rejected" ? { kind: "unknown", because: "unreadable" } : outcome;
}
