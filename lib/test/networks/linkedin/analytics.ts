import { accountFor } from "../accounts.ts";
import { type Answer, type Call, json } from "../call.ts";
import { engagementOf } from "../engagement.ts";
import type { Engagement, World } from "../world.ts";
import { accessDenied, badField, notFound } from "./errors.ts";
import { assertScope, type Member, restMember } from "./member.ts";
import type { LinkedInPost } from "./state.ts";

const metrics: Record<string, keyof Engagement> = {
  IMPRESSION: "impressions",
  MEMBERS_REACHED: "reached",
  RESHARE: "reposts",
  REACTION: "likes",
  COMMENT: "comments",
};
const since202604: Record<string, keyof Engagement> = { POST_SAVE: "bookmarks", LINK_CLICKS: "clicks" };

const recordName = "com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1";

/** `GET https://api.linkedin.com/rest/memberCreatorPostAnalytics`: one metric for each call. */
export function postAnalytics(world: World, call: Call): Answer {
  const member = restMember(world, call);
  assertScope(member, "r_member_postAnalytics", "partnerApiMemberCreatorPostAnalytics.FINDER.NO_VERSION");
  if (world.state.settings.linkedin.analyticsMissing) throw notFound("memberCreatorPostAnalytics");
  const types = call.query.getAll("queryType");
  const [type = ""] = types;
  const field = { ...metrics, ...(member.version >= "202604" ? since202604 : {}) }[type];
  if (types.length !== 1 || !field)
    throw badField("INVALID_VALUE_FOR_FIELD", "The parameter queryType takes one known metric");
  const aggregation = call.query.get("aggregation") ?? "TOTAL";
  if (aggregation !== "TOTAL" && (aggregation !== "DAILY" || type === "MEMBERS_REACHED"))
    throw badField("INVALID_VALUE_FOR_FIELD", `${type} is not aggregated by ${aggregation}`);

  const post = askedPost(world, member, call);
  const count = post ? engagementOf(world, "linkedin", post)[field] : sumOf(world, member, field);
  return json(200, {
    paging: { start: 0, count: 10, links: [], total: count === null ? 0 : 1 },
    elements:
      count === null
        ? []
        : [
            {
              count,
              metricType: metricType(world, member.version, type),
              ...(post && { targetEntity: { [unionKey(post.urn)]: post.urn } }),
            },
          ],
  });
}

export function followersCount(world: World, call: Call): Answer {
  const member = restMember(world, call);
  assertScope(member, "r_member_profileAnalytics", "partnerApiMemberFollowersCount.FINDER.NO_VERSION");
  const finder = call.query.get("q");
  if (finder !== "me" && finder !== "dateRange")
    throw badField("INVALID_VALUE_FOR_FIELD", "The finders are me and dateRange");
  const { followers } = accountFor(world, "linkedin", member.account);
  return json(200, { elements: followers === null ? [] : [{ memberFollowersCount: followers }] });
}

function askedPost(world: World, member: Member, call: Call): LinkedInPost | null {
  const finder = call.query.get("q");
  if (finder === "me") return null;
  // Read as sent: inside the parentheses the urn, and only the urn, is percent-encoded.
  const entity = /[?&]entity=\((share|ugc):(urn%3Ali%3A(?:share|ugcPost)%3A\d+)\)(?:&|$)/i.exec(
    call.url.search,
  );
  if (finder !== "entity" || !entity?.[1] || !entity[2])
    throw badField("ILLEGAL_ARGUMENT", "entity is (share:…) or (ugc:…) with an encoded urn");
  const urn = decodeURIComponent(entity[2]);
  const post = world.state.linkedin.posts[urn];
  if (!post) throw notFound(urn);
  if (unionKey(urn) !== entity[1].toLowerCase())
    throw badField("INVALID_URN_TYPE", `${urn} is no ${entity[1]}`);
  if (post.account !== member.account) throw accessDenied(urn);
  return post.deletedAt === null ? post : { ...post, engagement: emptied(post.engagement) };
}

const emptied = (engagement: Engagement): Engagement =>
  Object.fromEntries(Object.keys(engagement).map((name) => [name, null])) as Engagement;

const sumOf = (world: World, member: Member, field: keyof Engagement): number =>
  Object.values(world.state.linkedin.posts)
    .filter(({ account, deletedAt }) => account === member.account && deletedAt === null)
    .reduce((sum, post) => sum + (engagementOf(world, "linkedin", post)[field] ?? 0), 0);

const unionKey = (urn: string): string => (urn.startsWith("urn:li:share:") ? "share" : "ugc");

function metricType(world: World, version: string, type: string): unknown {
  const { metricTypeShape } = world.state.settings.linkedin;
  const isRecord = metricTypeShape === "by_version" ? version < "202605" : metricTypeShape === "record";
  return isRecord ? { [recordName]: type } : type;
}
