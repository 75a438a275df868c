import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import type { Access } from "../account.ts";
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
import { readRefusal } from "./answers.ts";
import { askRest } from "./ask.ts";
import { isDuplicate, urnIn } from "./duplicate.ts";
import { uploadImage } from "./images.ts";
import { postBody } from "./post-body.ts";
import { postUrl } from "./post-url.ts";

/** Within it LinkedIn refuses the same post a second time and names the first. Documented for its older API. */
const duplicateWindowMs = 10 * 60_000;
/** So long a request may be on its way: it has to arrive within the window. */
const travelMs = 30_000;

export async function preparePost(
  access: Access,
  post: FrozenPost,
  picture: Picture | null,
): Promise<PrepareOutcome> {
  const image = picture && (await uploadImage(access, picture));
  if (image && image.kind !== "uploaded") return image;
  const body = postBody(access.subject, post, image?.urn ?? null);
  return { kind: "ready", request: { body, key: null, apiVersion: env.LINKEDIN_VERSION } };
}

export async function createPost(access: Access, request: CreateRequest): Promise<CreateAnswer> {
  return send(access, request, (answer) => readCreated(answer, access));
}

export async function repeatPost(access: Access, { request }: UnknownPost): Promise<CreateAnswer> {
  return send(access, request, (answer) => readRepeated(answer, access));
}

/**
 * LinkedIn cannot be asked what it has of a member. The very same request once more either makes the post, when the first
 * one never arrived, or is refused with the name of the first.
 */
export async function resolvePost(access: Access, { request, sentAt }: UnknownPost): Promise<CreateAnswer> {
  if (clock.now().getTime() - sentAt.getTime() > duplicateWindowMs - travelMs)
    return { outcome: { kind: "unknown", because: "no_answer" }, status: null, ids: {}, detail: null };
  return send(access, request, (answer) => readResolved(answer, access));
}

async function send(
  access: Access,
  { body, apiVersion }: CreateRequest,
  read: (answer: HeardAnswer) => PublishOutcome,
): Promise<CreateAnswer> {
  const version = apiVersion ? { version: apiVersion } : {};
  const answer = await askRest(access, { method: "POST", path: "/rest/posts", body, ...version });
  return toCreateAnswer(answer, {
    read,
    idHeaders: ["x-li-uuid", "x-li-fabric", "x-restli-id"],
    secrets: [access.accessToken],
  });
}

export function readCreated(answer: HeardAnswer, access: Pick<Access, "grantedScopes">): PublishOutcome {
  const urn = urnOf(answer);
  const isDone = answer.status >= 200 && answer.status < 300;
  if (isDone && urn) return { kind: "published", externalId: urn, url: postUrl(urn) };
  // 201 with an empty body is how LinkedIn says that it is done. A page of HTML is somebody else's, perhaps on the way there.
  if (answer.status === 201 && !/^\s*</.test(answer.text)) return { kind: "published_id_unknown" };
  if (answer.status < 400) return { kind: "unknown", because: "unreadable" };
  return readRefusal(answer, access) ?? { kind: "unknown", because: "server_error" };
}

/** The same bytes went out before: the post that a refusal names is the one that they made. */
function readRepeated(answer: HeardAnswer, access: Access): PublishOutcome {
  const urn = isDuplicate(answer) ? urnIn(answer.text) : null;
  if (urn) return { kind: "published_adopted", externalId: urn, url: postUrl(urn) };
  const outcome = readCreated(answer, access);
  const isThere = outcome.kind === "rejected" && outcome.reason === "duplicate";
  return isThere ? { kind: "unknown", because: "duplicate" } : outcome;
}

function readResolved(answer: HeardAnswer, access: Access): PublishOutcome {
  const outcome = readRepeated(answer, access);
  // That it is refused now does not prove that it was refused then.
  return outcome.kind === "rejected" ? { kind: "unknown", because: "unreadable" } : outcome;
}

/** Its header, under either name. */
function urnOf({ headers, text }: HeardAnswer): string | null {
  const named = [headers["x-restli-id"], headers["x-linkedin-id"]].join(" ");
  return urnIn(decodeSafely(named)) ?? (text.startsWith("{") ? urnIn(text) : null);
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
