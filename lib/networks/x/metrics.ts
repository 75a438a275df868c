import { z } from "zod";
import { clock } from "#lib/clock.ts";
import type { Access } from "../account.ts";
import { readJson } from "../ask-network.ts";
import type { Figures, MeasureOutcome } from "../measurer.ts";
import { readRefusal } from "./answers.ts";
import { readingScopes } from "./app.ts";
import { askX } from "./ask.ts";
import { problemName } from "./errors.ts";

export const canMeasure = (grantedScopes: readonly string[]): boolean =>
  readingScopes.every((scope) => grantedScopes.includes(scope));

/** Numbers for the author alone are had for thirty days; an hour less, since the post may be older than we know. */
const youngMs = 30 * 86_400_000 - 3_600_000;

type Measured = { externalId: string; publishedAt: Date };

/**
 * https://docs.x.com/x-api/fundamentals/metrics. Young and old posts are asked for apart: an old one that is asked for the
 * author's own numbers may be left out of the answer. One that is left out all the same is asked for again without them.
 */
export async function measurePosts(access: Access, posts: Measured[]): Promise<MeasureOutcome> {
  const now = clock.now().getTime();
  const isYoung = ({ publishedAt }: Measured) => now - publishedAt.getTime() < youngMs;
  const youngIds = posts.filter(isYoung).map(({ externalId }) => externalId);
  const oldIds = posts.filter((post) => !isYoung(post)).map(({ externalId }) => externalId);

  const young = await lookUp(access, youngIds, "public_metrics,non_public_metrics");
  if (young.kind !== "read") return young;
  const old = await lookUp(access, [...oldIds, ...young.refused], "public_metrics");
  if (old.kind !== "read") return young.posts.size > 0 ? { kind: "measured", posts: young.posts } : old;
  return { kind: "measured", posts: new Map([...young.posts, ...old.posts]) };
}

type LookUp =
  /** `refused` are posts whose numbers for the author may not be read any more. */
  | { kind: "read"; posts: Map<string, Figures | "missing">; refused: string[] }
  | Exclude<MeasureOutcome, { kind: "measured" }>;

async function lookUp(access: Access, ids: string[], fields: string): Promise<LookUp> {
  if (ids.length === 0) return { kind: "read", posts: new Map(), refused: [] };
  const query = new URLSearchParams({ ids: ids.join(","), "tweet.fields": fields });
  const answer = await askX(access, { method: "GET", path: `/2/tweets?${query}` });
  if (answer.kind === "no_answer") return { kind: "try_later", mayBeBilled: true };
  if (answer.kind !== "answer") return { kind: "try_later" };
  const { data } = lookUpShape.safeParse(answer.status === 200 ? readJson(answer) : null);
  if (data) return readLookUp(data);
  const refusal = readRefusal(answer, access, readingScopes);
  return refusal && refusal.kind !== "rejected" ? refusal : { kind: "try_later" };
}

const count = z.number().int().nonnegative().nullable().catch(null).default(null);
const metrics = z
  .object({
    impression_count: count,
    like_count: count,
    reply_count: count,
    // Pages and specification disagree about the name.
    retweet_count: count,
    repost_count: count,
  })
  .partial()
  .catch({});

const lookUpShape = z
  .object({
    data: z
      .array(
        z.object({
          id: z.string(),
          public_metrics: metrics.optional(),
          non_public_metrics: metrics.optional(),
        }),
      )
      .optional(),
    errors: z.array(z.object({ resource_id: z.string().catch(""), type: z.string().catch("") })).optional(),
  })
  .refine(({ data, errors }) => data || errors);

/** What is there and what is not come in one answer, with 200. */
function readLookUp({ data = [], errors = [] }: z.output<typeof lookUpShape>): LookUp {
  const posts = new Map<string, Figures | "missing">();
  const refused: string[] = [];
  for (const { resource_id: id, type } of errors) {
    if (id && problemName(type) === "resource-not-found") posts.set(id, "missing");
    if (/^(not-authorized-for-field|field-unauthorized)$/.test(problemName(type))) refused.push(id);
  }
  for (const { id, public_metrics: open, non_public_metrics: own } of data)
    posts.set(id, {
      impressions: own?.impression_count ?? open?.impression_count ?? null,
      reactions: open?.like_count ?? null,
      comments: open?.reply_count ?? null,
      reposts: open?.retweet_count ?? open?.repost_count ?? null,
    });
  return { kind: "read", posts, refused: refused.filter((id) => id && !posts.has(id)) };
}

const meShape = z.object({
  data: z.object({ public_metrics: z.object({ followers_count: z.number().int().nonnegative() }) }),
});

export async function countFollowers(access: Access): Promise<number | null> {
  if (!canMeasure(access.grantedScopes)) return null;
  const answer = await askX(access, { method: "GET", path: "/2/users/me?user.fields=public_metrics" });
  if (answer.kind !== "answer" || answer.status !== 200) return null;
  const { data } = meShape.safeParse(readJson(answer));
  return data?.data.public_metrics.followers_count ?? null;
}
