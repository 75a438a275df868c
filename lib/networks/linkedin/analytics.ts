import { z } from "zod";
import type { Access } from "../account.ts";
import { type NetworkAnswer, readJson } from "../ask-network.ts";
import type { Figures, MeasureOutcome } from "../measurer.ts";
import { readRefusal } from "./answers.ts";
import { askRest } from "./ask.ts";
import { readError } from "./errors.ts";

const postScope = "r_member_postAnalytics";
const profileScope = "r_member_profileAnalytics";

export const canMeasure = (grantedScopes: readonly string[]): boolean => grantedScopes.includes(postScope);

const queries = {
  impressions: "IMPRESSION",
  reactions: "REACTION",
  comments: "COMMENT",
  reposts: "RESHARE",
} as const satisfies Record<keyof Figures, string>;

type NotMeasured = Exclude<MeasureOutcome, { kind: "measured" }>;
type PostOutcome = { kind: "figures"; figures: Figures } | { kind: "missing" } | NotMeasured;

/**
 * One call for each figure of each post:
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/members/post-statistics
 * Where LinkedIn stops answering half-way, what was measured counts, and the rest was not answered for.
 */
export async function measurePosts(access: Access, posts: { externalId: string }[]): Promise<MeasureOutcome> {
  if (!canMeasure(access.grantedScopes)) return { kind: "needs_reconnect", reason: "scope" };
  const measured = new Map<string, Figures | "missing">();
  for (const { externalId } of posts) {
    const outcome = await measurePost(access, externalId);
    if (outcome.kind === "figures") measured.set(externalId, outcome.figures);
    else if (outcome.kind === "missing") measured.set(externalId, "missing");
    else return measured.size > 0 ? { kind: "measured", posts: measured } : outcome;
  }
  return { kind: "measured", posts: measured };
}

async function measurePost(access: Access, urn: string): Promise<PostOutcome> {
  const figures: Figures = { impressions: null, reactions: null, comments: null, reposts: null };
  for (const [name, query] of Object.entries(queries) as [keyof Figures, string][]) {
    const outcome = await askFigure(access, urn, query);
    if (outcome.kind !== "figure") return outcome;
    figures[name] = outcome.count;
  }
  return { kind: "figures", figures };
}

type FigureOutcome = { kind: "figure"; count: number | null } | { kind: "missing" } | NotMeasured;

/** How a ugcPost is called in the query is documented by examples only: the usual name first, then the other. */
const entityKeys: Record<string, readonly string[]> = { share: ["share"], ugcPost: ["ugc", "ugcPost"] };

async function askFigure(access: Access, urn: string, query: string): Promise<FigureOutcome> {
  let outcome: FigureOutcome = { kind: "missing" };
  for (const key of entityKeys[urn.split(":")[2] ?? ""] ?? []) {
    const answer = await askRest(access, {
      method: "GET",
      path: `/rest/memberCreatorPostAnalytics?q=entity&entity=(${key}:${encodeURIComponent(urn)})&queryType=${query}&aggregation=TOTAL`,
    });
    outcome = readFigure(answer, access, query);
    if (!(answer.kind === "answer" && answer.status === 400)) return outcome;
  }
  return outcome;
}

const answerShape = z.object({
  elements: z.array(z.object({ count: z.number().int().nonnegative(), metricType: z.unknown() })),
});

export function readFigure(
  answer: NetworkAnswer,
  access: Pick<Access, "grantedScopes">,
  query: string,
): FigureOutcome {
  if (answer.kind !== "answer") return { kind: "try_later" };
  if (answer.status === 404) return readMissing(answer.text);
  if (answer.status !== 200) {
    const refusal = readRefusal(answer, access, postScope);
    return refusal && refusal.kind !== "rejected" ? refusal : { kind: "try_later" };
  }
  const { data } = answerShape.safeParse(readJson(answer));
  if (!data) return { kind: "try_later" };
  const counts = data.elements.filter(({ metricType }) => isMetric(metricType, query));
  // No element is no data, which is not zero.
  return { kind: "figure", count: counts.length ? counts.reduce((sum, { count }) => sum + count, 0) : null };
}

/** Text; until version 202605 a record with the text in it. */
function isMetric(metricType: unknown, query: string): boolean {
  if (typeof metricType === "object" && metricType !== null) return Object.values(metricType).includes(query);
  return metricType === undefined || metricType === query;
}

/** An app that has no such endpoint is answered 404 as well; that says nothing about the post. */
function readMissing(text: string): FigureOutcome {
  const { message } = readError({ text });
  return /memberCreatorPostAnalytics|virtual resource/i.test(message)
    ? { kind: "app_blocked", reason: "product", detail: message }
    : { kind: "missing" };
}

const followersShape = z.object({
  elements: z.array(z.object({ memberFollowersCount: z.number().int().nonnegative() })),
});

export async function countFollowers(access: Access): Promise<number | null> {
  if (!access.grantedScopes.includes(profileScope)) return null;
  const answer = await askRest(access, { method: "GET", path: "/rest/memberFollowersCount?q=me" });
  if (answer.kind !== "answer" || answer.status !== 200) return null;
  const { data } = followersShape.safeParse(readJson(answer));
  return data?.elements[0]?.memberFollowersCount ?? null;
}
