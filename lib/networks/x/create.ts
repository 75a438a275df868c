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
  UnknownPost,
} from "../publisher.ts";
import { fits } from "../text-length.ts";
import { wordsWithLink } from "../words.ts";
import { readRefusal } from "./answers.ts";
import { postingScopes } from "./app.ts";
import { askX } from "./ask.ts";
import { uploadMedia } from "./media.ts";

import { postUrl } from "./post-url.ts";

export async function preparePost(
  access: Access,
  { text, url }: FrozenPost,
  picture: Picture | null,
): Promise<PrepareOutcome> {
  // X would say no more than "not permitted".
  if (!fits("x", text, true)) return { kind: "rejected", reason: "too_long" };
  const media = picture && (await uploadMedia(access, picture));
  if (media && media.kind !== "uploaded") return media;
  const body = JSON.stringify({
    text: wordsWithLink(text, url),
    ...(media && { media: { media_ids: [media.mediaId] } }),
  });
  return { kind: "ready", request: { body, key: null, apiVersion: null } };
}

/** https://docs.x.com/x-api/posts/create-post */
export async function createPost(access: Access, { body }: CreateRequest): Promise<CreateAnswer> {
  const answer = await askX(access, { method: "POST", path: "/2/tweets", body });
  return toCreateAnswer(answer, {
    read: (heard) => readCreated(heard, access),
    idHeaders: ["x-transaction-id"],
    secrets: [access.accessToken],
  });
}

/** X takes the same words no second time, and does not say which post has them. */
export async function repeatPost(access: Access, { request }: UnknownPost): Promise<CreateAnswer> {
  const answer = await createPost(access, request);
  const { outcome } = answer;
  const isThere = outcome.kind === "rejected" && outcome.reason === "duplicate";
  return isThere ? { ...answer, outcome: { kind: "unknown", because: "duplicate" } } : answer;
}

const created = z.object({ data: z.object({ id: z.string().regex(/^\d+$/) }) });

export function readCreated(
  answer: HeardAnswer,
  access: Pick<Access, "grantedScopes" | "handle">,
): PublishOutcome {
  if (answer.status >= 200 && answer.status < 300) {
    const body = readJson(answer);
    // Its ids are longer than a number can hold.
    const { data } = created.safeParse(body);
    if (data)
      return { kind: "published", externalId: data.data.id, url: postUrl(access.handle, data.data.id) };
    return body === null || answer.isCut
      ? { kind: "unknown", because: "unreadable" }
      : { kind: "published_id_unknown" };
  }
  if (answer.status < 400) return { kind: "unknown", because: "unreadable" };
  return readRefusal(answer, access, postingScopes) ?? { kind: "unknown", because: "server_error" };
}
