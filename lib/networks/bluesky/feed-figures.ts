import { z } from "zod";
import { clock } from "#lib/clock.ts";
import type { Access } from "../account.ts";
import { readJson } from "../ask-network.ts";
import type { Figures, MeasureOutcome } from "../measurer.ts";
import { blueskyHosts } from "../network-hosts.ts";
import { askXrpc, isDone, readAccessRefusal } from "./answers.ts";
import { readProfile } from "./profile.ts";

/** A new post may not be shown at once; before that, "not there" means nothing. */
const indexingMs = 10 * 60_000;

const count = z.number().int().nonnegative().nullable().catch(null);
const view = z.object({ uri: z.string(), likeCount: count, replyCount: count, repostCount: count });
const answered = z.object({ posts: z.array(z.unknown()) });

/** https://docs.bsky.app/docs/api/app-bsky-feed-get-posts: what is not there is left out. Nobody is told of impressions. */
export async function measurePosts(
  { origin }: Access,
  posts: { externalId: string; publishedAt: Date }[],
): Promise<MeasureOutcome> {
  const answer = await askXrpc({
    method: "GET",
    origin: blueskyHosts(origin).appView,
    name: "app.bsky.feed.getPosts",
    query: { uris: posts.map(({ externalId }) => externalId) },
  });
  if (answer.kind !== "answer") return { kind: "try_later" };
  const { data } = answered.safeParse(isDone(answer) ? readJson(answer) : null);
  if (!data) {
    // No token went out, so nothing is said of the member's consent.
    const refusal = readAccessRefusal(answer);
    return refusal?.kind === "retry_after" ? refusal : { kind: "try_later" };
  }
  const figures = new Map(data.posts.flatMap(readFigures));
  const measured = posts.flatMap(({ externalId, publishedAt }) => {
    const isYoung = clock.now().getTime() - publishedAt.getTime() < indexingMs;
    const said = figures.get(externalId) ?? (isYoung ? null : "missing");
    return said ? [[externalId, said] as const] : [];
  });
  return { kind: "measured", posts: new Map(measured) };
}

export const countFollowers = async ({ origin, subject }: Access): Promise<number | null> =>
  (await readProfile(origin, subject))?.followersCount ?? null;

function readFigures(post: unknown): [string, Figures][] {
  const { data } = view.safeParse(post);
  if (!data) return [];
  const { uri, likeCount, replyCount, repostCount } = data;
  return [[uri, { impressions: null, reactions: likeCount, comments: replyCount, reposts: repostCount }]];
}
