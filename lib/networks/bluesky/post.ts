import { z } from "zod";
import { clock } from "#lib/clock.ts";
import type { Access } from "../account.ts";
import { readJson } from "../ask-network.ts";
import { type HeardAnswer, toCreateAnswer } from "../create-answer.ts";
import { blueskyHosts } from "../network-hosts.ts";
import type {
  CreateAnswer,
  CreateRequest,
  FrozenPost,
  Picture,
  PrepareOutcome,
  PublishOutcome,
  UnknownPost,
} from "../publisher.ts";
import { soon } from "../retry-times.ts";
import { fits } from "../text-length.ts";
import { askXrpc, isDone, readAccessRefusal, readError, readRefusal } from "./answers.ts";
import { type Blob, collection, toRecord } from "./record.ts";
import { newTid } from "./tid.ts";

const thumbBytes = 1_000_000;

/** A post that nobody saw when it was written is published late no more; feeds sort it by when it was written. */
const lateMs = 60 * 60_000;

export async function preparePost(
  access: Access,
  post: FrozenPost,
  picture: Picture | null,
): Promise<PrepareOutcome> {
  if (!fits("bluesky", post.text, post.url)) return { kind: "rejected", reason: "too_long" };
  // A picture that no post refers to is deleted within minutes, so it goes right before the post.
  const thumb = picture && (await uploadThumb(access, picture));
  if (thumb && "kind" in thumb) return thumb;
  const rkey = newTid(clock.now());
  const record = await toRecord(access, post, thumb);
  const body = JSON.stringify({ repo: access.subject, collection, rkey, validate: true, record });
  return { kind: "ready", request: { body, key: rkey, apiVersion: null } };
}

/**
 * `putRecord` under a key of our own: the same record again changes nothing, and is answered without a commit. `createRecord`
 * would fail on a key that is taken, and make another post without one.
 */
export async function createPost(access: Access, request: CreateRequest): Promise<CreateAnswer> {
  const answer = await askXrpc({
    method: "POST",
    origin: access.origin,
    name: "com.atproto.repo.putRecord",
    body: request.body,
    token: access.accessToken,
  });
  return toCreateAnswer(answer, {
    read: (heard) => readCreated(heard, access, request),
    idHeaders: ["atproto-repo-rev"],
    secrets: [access.accessToken],
  });
}

/** Under the same key it is the same record. */
export const repeatPost = (access: Access, { request }: UnknownPost): Promise<CreateAnswer> =>
  createPost(access, request);

type Resolved = CreateAnswer | { outcome: { kind: "not_posted" } };

export async function resolvePost(access: Access, { request, sentAt }: UnknownPost): Promise<Resolved> {
  const answer = await askXrpc({
    method: "GET",
    origin: access.origin,
    name: "com.atproto.repo.getRecord",
    query: { repo: access.subject, collection, rkey: request.key ?? "" },
    token: access.accessToken,
  });
  const isMissing = answer.kind === "answer" && readError(answer).error === "RecordNotFound";
  if (isMissing) {
    if (clock.now().getTime() - sentAt.getTime() >= lateMs) return { outcome: { kind: "not_posted" } };
    return putAgain(access, request);
  }
  return toCreateAnswer(answer, {
    read: (heard) => readLookup(heard, access, request),
    idHeaders: [],
    secrets: [access.accessToken],
  });
}

/** The first request may still be on its way. Under one key, whichever of the two comes last makes no second post. */
async function putAgain(access: Access, request: CreateRequest): Promise<Resolved> {
  const again = await createPost(access, request);
  // The server takes neither this one nor, with the same bytes, the one before.
  return again.outcome.kind === "rejected" ? { outcome: { kind: "not_posted" } } : again;
}

async function uploadThumb(
  access: Access,
  { bytes, contentType }: Picture,
): Promise<Blob | Exclude<PrepareOutcome, { kind: "ready" }>> {
  if (bytes.length > thumbBytes) return { kind: "rejected", reason: "media" };
  const answer = await askXrpc({
    method: "POST",
    origin: access.origin,
    name: "com.atproto.repo.uploadBlob",
    body: bytes,
    contentType,
    token: access.accessToken,
  });
  if (answer.kind !== "answer") return soon();
  const { data } = uploaded.safeParse(isDone(answer) ? readJson(answer) : null);
  if (data) return data.blob;
  if (answer.status < 400 || answer.status >= 500) return soon();
  return readAccessRefusal(answer) ?? { kind: "rejected", reason: "media" };
}

const uploaded = z.object({
  blob: z.object({
    $type: z.literal("blob"),
    ref: z.object({ $link: z.string() }),
    mimeType: z.string(),
    size: z.number(),
  }),
});

const written = z.object({ uri: z.string(), commit: z.unknown().optional() });

function readCreated(answer: HeardAnswer, access: Access, request: CreateRequest): PublishOutcome {
  if (answer.status >= 500) return { kind: "unknown", because: "server_error" };
  const post = place(access, request);
  const { data } = written.safeParse(readJson(answer));
  if (isDone(answer) && data?.uri === post.externalId)
    return { kind: data.commit === undefined ? "published_adopted" : "published", ...post };
  return readRefusal(answer) ?? { kind: "unknown", because: "unreadable" };
}

function readLookup(answer: HeardAnswer, access: Access, request: CreateRequest): PublishOutcome {
  const post = place(access, request);
  const { data } = written.safeParse(readJson(answer));
  if (isDone(answer) && data?.uri === post.externalId) return { kind: "published_adopted", ...post };
  const isFailure = answer.status < 400 || answer.status >= 500;
  const refusal = isFailure ? null : readAccessRefusal(answer);
  return refusal ?? { kind: "unknown", because: isFailure ? "server_error" : "unreadable" };
}

/** Where the post is, for its key is ours. */
const place = ({ origin, subject }: Access, { key }: CreateRequest) => ({
  externalId: `at://${subject}/${collection}/${key}`,
  url: `${blueskyHosts(origin).pages}/profile/${subject}/post/${key}`,
});
