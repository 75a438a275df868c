import { z } from "zod";
import { clock } from "#lib/clock.ts";
import type { Access } from "../account.ts";
import { type NetworkAnswer, readJson } from "../ask-network.ts";
import { type HeardAnswer, toCreateAnswer } from "../create-answer.ts";
import type { CreateAnswer, PublishOutcome, UnknownPost } from "../publisher.ts";
import { readRefusal } from "./answers.ts";
import { readingScopes } from "./app.ts";
import { askX } from "./ask.ts";
import { postUrl } from "./post-url.ts";

const minute = 60_000;
/** The clocks of X and of this machine differ by less. */
const skewMs = 2 * minute;
/** A request that is still on its way then never arrives. */
const latestMs = 15 * minute;
/** A post may be missing from the list for so long after it was made. */
const settleMs = minute;
/** Each one that is read is billed, so it is the fewest that X gives; a member rarely posts more in those minutes. */
const most = 5;

export const resolveCharges = Array<"post_read">(most).fill("post_read");

/**
 * Looks through what the member posted around that time: https://docs.x.com/x-api/users/get-posts
 * Our link in it, or the very same words, is the post. That it is not there is proof only when the whole time was seen.
 */
export async function resolvePost(
  access: Access,
  unknown: UnknownPost,
): Promise<(CreateAnswer | { outcome: { kind: "not_posted" } }) & { billed?: number }> {
  const sentAt = unknown.sentAt.getTime();
  const lastSentAt = (unknown.lastSentAt ?? unknown.sentAt).getTime();
  const now = clock.now().getTime();
  const query = new URLSearchParams({
    max_results: String(most),
    "tweet.fields": "created_at,entities",
    start_time: toSecond(sentAt - skewMs),
  });
  // X refuses an end that is not past.
  if (lastSentAt + latestMs < now - minute) query.set("end_time", toSecond(lastSentAt + latestMs));
  const answer = await askX(access, { method: "GET", path: `/2/users/${access.subject}/tweets?${query}` });
  const isSettled = now - lastSentAt > settleMs;
  if (answer.kind === "answer" && isSettled && isNotThere(answer, unknown))
    return { outcome: { kind: "not_posted" }, billed: countBilled(answer) };
  const found = toCreateAnswer(answer, {
    read: (heard) => readFound(heard, access, unknown),
    idHeaders: ["x-transaction-id"],
    secrets: [access.accessToken],
  });
  const billed = countBilled(answer);
  return { ...found, billed, detail: found.outcome.kind === "published_adopted" ? null : found.detail };
}

/** Each post that was read. A lost answer may have been billed in full, and what cannot be read as well. */
function countBilled(answer: NetworkAnswer): number {
  if (answer.kind === "not_sent") return 0;
  if (answer.kind === "no_answer") return most;
  return answer.status === 200 ? (readList(answer)?.data.length ?? most) : 0;
}

const listShape = z.object({
  data: z
    .array(
      z.object({
        id: z.string().regex(/^\d+$/),
        text: z.string().catch(""),
        entities: z
          .object({
            urls: z.array(z.object({ url: z.string().catch(""), expanded_url: z.string().catch("") })),
          })
          .optional()
          .catch(undefined),
      }),
    )
    .default([]),
  errors: z.array(z.unknown()).default([]),
  meta: z.object({ result_count: z.number(), next_token: z.string().optional() }),
});

type Listed = z.output<typeof listShape>["data"][number];

const readList = (answer: HeardAnswer) =>
  answer.status === 200 ? listShape.safeParse(readJson(answer)).data : undefined;

function readFound(answer: HeardAnswer, access: Access, unknown: UnknownPost): PublishOutcome {
  const list = readList(answer);
  const post = list?.data.find((one) => isSame(one, unknown));
  if (post) return { kind: "published_adopted", externalId: post.id, url: postUrl(access.handle, post.id) };
  const refusal = list ? null : readRefusal(answer, access, readingScopes);
  return refusal && refusal.kind !== "rejected" ? refusal : { kind: "unknown", because: "unreadable" };
}

function isNotThere(answer: HeardAnswer, unknown: UnknownPost): boolean {
  const list = readList(answer);
  if (!list || list.errors.length > 0 || list.meta.next_token || list.data.length >= most) return false;
  return list.meta.result_count === list.data.length && !list.data.some((one) => isSame(one, unknown));
}

/** Our short link is of this share alone. X hides it behind one of t.co, and tells what that leads to; if it does not, the words decide. */
function isSame({ text, entities }: Listed, { request, post }: UnknownPost): boolean {
  const urls = entities?.urls ?? [];
  if (urls.some(({ expanded_url }) => expanded_url === post.url)) return true;
  const shown = urls.reduce((words, { url, expanded_url }) => words.replaceAll(url, expanded_url), text);
  const sent = canonical(sentText(request.body));
  return canonical(shown) === sent || canonical(unescapeHtml(shown)) === sent;
}

const sentText = (body: string): string =>
  z.object({ text: z.string() }).safeParse(readJson({ text: body })).data?.text ?? body;

const canonical = (text: string): string => text.normalize("NFC").trim();

const unescapeHtml = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** RFC 3339 without fractions, as X reads times. */
const toSecond = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
