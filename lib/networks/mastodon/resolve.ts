import { z } from "zod";
import { clock } from "#lib/clock.ts";
import type { Access } from "../account.ts";
import { readJson } from "../ask-network.ts";
import { type HeardAnswer, toCreateAnswer } from "../create-answer.ts";
import type { CreateAnswer, PublishOutcome, UnknownPost } from "../publisher.ts";
import { askMastodon, isDone, readAccessRefusal } from "./answers.ts";
import { createPost, postUrl, status } from "./create.ts";

/** A server knows a key for an hour; a request that is on its way for long must still arrive within it. */
const keyMs = 60 * 60_000;
const travelMs = 60_000;

/** The most posts that one question is answered with. */
const mostPosts = 40;
/** How far the server's clock and ours may be apart. */
const skewMs = 5 * 60_000;

type Resolved = CreateAnswer | { outcome: { kind: "not_posted" } };

/**
 * Looks for the post by our link in it, which is in no other one. Within the hour the same request is sent again if it is not
 * there: under its key the server makes it once, even if the first one is still on its way.
 */
export async function resolvePost(access: Access, unknown: UnknownPost): Promise<Resolved> {
  const found = await lookFor(access, unknown);
  if (found.kind === "answered") return found.answer;
  if (!isKeyKnown(unknown))
    return found.kind === "absent" ? { outcome: { kind: "not_posted" } } : nothingLearnt;
  const repeated = adoptUnless(found.kind === "absent", await createPost(access, unknown.request));
  // That it is refused now does not prove that it was refused then.
  if (repeated.outcome.kind === "rejected")
    return { ...repeated, outcome: { kind: "unknown", because: "unreadable" } };
  return repeated;
}

/** Makes it under its key, while the server knows that; afterwards only when it is certainly not there. */
export async function repeatPost(access: Access, unknown: UnknownPost): Promise<CreateAnswer> {
  const found = await lookFor(access, unknown);
  if (found.kind === "answered") return found.answer;
  if (found.kind === "unsure" && !isKeyKnown(unknown)) return nothingLearnt;
  return adoptUnless(found.kind === "absent", await createPost(access, unknown.request));
}

const isKeyKnown = ({ request, sentAt }: UnknownPost): boolean =>
  request.key !== null && clock.now().getTime() - sentAt.getTime() < keyMs - travelMs;

const nothingLearnt: CreateAnswer = {
  outcome: { kind: "unknown", because: "no_answer" },
  status: null,
  ids: {},
  detail: null,
};

/** `absent`: it is certainly not there. `unsure`: nobody said so. */
type Look = { kind: "answered"; answer: CreateAnswer } | { kind: "absent" | "unsure" };

const listed = status.extend({ created_at: z.coerce.date(), content: z.string() });

/** https://docs.joinmastodon.org/methods/accounts/#statuses */
async function lookFor(access: Access, { post, sentAt }: UnknownPost): Promise<Look> {
  const { origin, subject, accessToken } = access;
  const path = `/api/v1/accounts/${encodeURIComponent(subject)}/statuses?limit=${mostPosts}&exclude_reblogs=true`;
  const answer = await askMastodon({ method: "GET", origin, path, token: accessToken });
  if (answer.kind !== "answer") return { kind: "unsure" };
  const answered = (outcome: PublishOutcome): Look => ({
    kind: "answered",
    answer: toCreateAnswer(answer, { read: () => outcome, idHeaders: [], secrets: [accessToken] }),
  });
  const { data: posts } = z.array(listed).safeParse(isDone(answer) ? readJson(answer) : null);
  if (!posts) return readLookRefusal(answer, answered);
  const found = posts.find(({ content }) => content.includes(post.url));
  if (found)
    return answered({ kind: "published_adopted", externalId: found.id, url: postUrl(access, found) });
  const isAll = posts.length < mostPosts;
  const since = sentAt.getTime() - skewMs;
  return { kind: isAll || posts.some((one) => one.created_at.getTime() < since) ? "absent" : "unsure" };
}

function readLookRefusal(answer: HeardAnswer, answered: (outcome: PublishOutcome) => Look): Look {
  const refusal = answer.status < 500 ? readAccessRefusal(answer) : null;
  return refusal ? answered(refusal) : { kind: "unsure" };
}

function adoptUnless(wasAbsent: boolean, repeated: CreateAnswer): CreateAnswer {
  const { outcome } = repeated;
  return outcome.kind === "published" && !wasAbsent
    ? { ...repeated, outcome: { ...outcome, kind: "published_adopted" } }
    : repeated;
}
