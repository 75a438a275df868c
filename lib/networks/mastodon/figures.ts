import { z } from "zod";
import type { Access } from "../account.ts";
import { readJson } from "../ask-network.ts";
import type { Figures, MeasureOutcome } from "../measurer.ts";
import { askMastodon, isDone, readAccessRefusal } from "./answers.ts";

type Posts = { externalId: string; publishedAt: Date }[];

const count = z.number().int().nonnegative().nullable().catch(null);
const status = z.object({
  id: z.string(),
  favourites_count: count,
  replies_count: count,
  reblogs_count: count,
});

/** The member's own server alone counts everything. Nobody is told of impressions. */
export async function measurePosts(access: Access, posts: Posts): Promise<MeasureOutcome> {
  const query = new URLSearchParams(posts.map(({ externalId }) => ["id[]", externalId]));
  const answer = await ask(access, `/api/v1/statuses?${query}`);
  if (answer.kind !== "answer") return { kind: "try_later" };
  // Servers before 4.3 are asked for each post alone.
  if (answer.status === 404) return measureOneByOne(access, posts);
  const { data } = z.array(z.unknown()).safeParse(isDone(answer) ? readJson(answer) : null);
  if (!data) return readAccessRefusal(answer) ?? { kind: "try_later" };
  const figures = new Map(data.flatMap(readFigures));
  return {
    kind: "measured",
    posts: new Map(posts.map(({ externalId }) => [externalId, figures.get(externalId) ?? "missing"])),
  };
}

async function measureOneByOne(access: Access, posts: Posts): Promise<MeasureOutcome> {
  const measured = new Map<string, Figures | "missing">();
  for (const { externalId } of posts) {
    const answer = await ask(access, `/api/v1/statuses/${encodeURIComponent(externalId)}`);
    if (answer.kind !== "answer") continue;
    const [figures] = isDone(answer) ? readFigures(readJson(answer)) : [];
    if (figures) measured.set(externalId, figures[1]);
    else if (answer.status === 404) measured.set(externalId, "missing");
    const refusal = readAccessRefusal(answer);
    if (refusal) return refusal;
  }
  return { kind: "measured", posts: measured };
}

const credentials = z.object({ followers_count: count });

export async function countFollowers(access: Access): Promise<number | null> {
  const answer = await ask(access, "/api/v1/accounts/verify_credentials");
  const { data } = credentials.safeParse(isDone(answer) ? readJson(answer) : null);
  return data?.followers_count ?? null;
}

const ask = ({ origin, accessToken }: Access, path: string) =>
  askMastodon({ method: "GET", origin, path, token: accessToken });

function readFigures(post: unknown): [string, Figures][] {
  const { data } = status.safeParse(post);
  if (!data) return [];
  const { id, favourites_count: reactions, replies_count: comments, reblogs_count: reposts } = data;
  return [[id, { impressions: null, reactions, comments, reposts }]];
}
