import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Access } from "../account.ts";
import { readJson } from "../ask-network.ts";
import { type HeardAnswer, toCreateAnswer } from "../create-answer.ts";
import type {
  CreateAnswer,
  CreateRequest,
  FrozenPost,
  Picture,
  PrepareOutcome,
  PublishOutcome,
} from "../publisher.ts";
import { fits } from "../text-length.ts";
import { wordsWithLink } from "../words.ts";
import { askMastodon, isDone, readRefusal } from "./answers.ts";
import { uploadPicture } from "./media.ts";

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
export async function createPost(access: Access, { body, key }: CreateRequest): Promise<CreateAnswer> {
  const { origin, accessToken } = access;
  const answer = await askMastodon({
    method: "POST",
    origin,
    path: "/api/v1/statuses",
    token: accessToken,
    ...(key && { headers: { "Idempotency-Key": key } }),
    body,
  });
  return toCreateAnswer(answer, {
    read: (heard) => readCreated(heard, access),
    idHeaders: ["x-request-id"],
    secrets: [accessToken],
  });
}

export const status = z.object({
  id: z.string().min(1),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .catch(null),
});

/** Where a post is, also when the server does not say. */
export const postUrl = ({ origin, handle }: Access, { id, url }: z.output<typeof status>): string =>
  url ?? `${origin}/@${handle.split("@")[0]}/${id}`;

function readCreated(answer: HeardAnswer, access: Access): PublishOutcome {
  if (answer.status >= 500) return { kind: "unknown", because: "server_error" };
  const body = readJson(answer);
  const { data } = status.safeParse(body);
  if (isDone(answer) && data) return { kind: "published", externalId: data.id, url: postUrl(access, data) };
  if (isDone(answer) && body !== null) return { kind: "published_id_unknown" };
  return readRefusal(answer) ?? { kind: "unknown", because: "unreadable" };
}
