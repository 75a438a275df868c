import { afterAll, expect, test } from "vitest";
import { type Asked, ask } from "../ask.ts";
import { linkedInTokens } from "../authorize-as.ts";
import { day, hour, minute } from "../clock.ts";
import { startSimulator } from "../simulator.ts";

const simulator = await startSimulator();
afterAll(() => simulator.close());

const noon = "2026-10-01T12:00:00Z";
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200)]);
const all = "openid profile w_member_social r_member_postAnalytics r_member_profileAnalytics";

type Member = Awaited<ReturnType<typeof memberAt>>;

async function memberAt({ account = "alice", scope = "openid profile w_member_social" } = {}) {
  const { access_token: token } = await linkedInTokens(simulator, { account, scope });
  const { body } = await ask(simulator, "GET", "/v2/userinfo", { token });
  const author = `urn:li:person:${(body as { sub: string }).sub}`;
  const rest = (method: string, path: string, json?: unknown, headers: Record<string, string> = {}) =>
    ask(simulator, method, `/rest/${path}`, {
      token,
      json,
      headers: { "linkedin-version": "202609", "x-restli-protocol-version": "2.0.0", ...headers },
    });
  const post = (change: object = {}, headers?: Record<string, string>) =>
    rest("POST", "posts", { ...postBy(author), ...change }, headers);
  return { token, author, rest, post };
}

const postBy = (author: string) => ({
  author,
  commentary: "Three million litres of rain",
  visibility: "PUBLIC",
  distribution: { feedDistribution: "MAIN_FEED", targetEntities: [], thirdPartyDistributionChannels: [] },
  lifecycleState: "PUBLISHED",
  isReshareDisabledByAuthor: false,
});

const article = (thumbnail?: string) => ({
  content: { article: { source: "https://go.acme.example/a1B2", title: "T", description: "D", thumbnail } },
});

const urnOf = ({ headers }: Asked) => headers.get("x-restli-id") ?? "";

async function startUpload({ rest, author }: Member) {
  const { body } = await rest("POST", "images?action=initializeUpload", {
    initializeUploadRequest: { owner: author },
  });
  return (body as { value: { uploadUrl: string; image: string } }).value;
}

const put = (uploadUrl: string, token?: string, body = jpeg) =>
  ask(simulator, "PUT", uploadUrl, {
    token,
    body: new Uint8Array(body),
    headers: { "content-type": "image/jpeg" },
  });

async function uploaded(member: Member) {
  const { uploadUrl, image } = await startUpload(member);
  await put(uploadUrl, member.token);
  return image;
}

const analytics = (urn: string, type = "IMPRESSION", rest = "") =>
  `memberCreatorPostAnalytics?q=entity&entity=(share:${encodeURIComponent(urn)})&queryType=${type}${rest}`;

const duplicate = { body: { errorDetails: { inputErrors: [{ code: "DUPLICATE_POST" }] } } };

type Row = { name: string; run: (member: Member) => Promise<unknown>; expected: object };

const rows: Row[] = [
  {
    name: "a call without a version is refused",
    run: ({ post }) => post({}, { "linkedin-version": "" }),
    expected: { status: 400, body: { code: "VERSION_MISSING" } },
  },
  {
    name: "a month that never was a version is refused",
    run: ({ post }) => post({}, { "linkedin-version": "202512" }),
    expected: {
      status: 426,
      body: { code: "NONEXISTENT_VERSION", message: "Requested version 20251201 is not active" },
    },
  },
  {
    name: "a version serves until the day it is switched off",
    run: ({ post }) => post({}, { "linkedin-version": "202510" }),
    expected: { status: 201 },
  },
  {
    name: "a version that was switched off is refused",
    run: async ({ post }) => {
      await simulator.setClock("2026-10-15T00:00:00Z");
      return post({}, { "linkedin-version": "202510" });
    },
    expected: { status: 426 },
  },
  {
    name: "a call without the protocol version is refused",
    run: ({ post }) => post({}, { "x-restli-protocol-version": "" }),
    expected: { status: 400 },
  },
  {
    name: "posting needs w_member_social",
    run: async () => (await memberAt({ scope: "openid profile" })).post(),
    expected: { status: 403, body: { code: "ACCESS_DENIED", serviceErrorCode: 100 } },
  },
  {
    name: "a scope that was taken away is missed",
    run: async ({ post }) => {
      await simulator.account({ provider: "linkedin", id: "alice", remove_scope: "w_member_social" });
      return post();
    },
    expected: { status: 403 },
  },
  {
    name: "a member cannot post as somebody else",
    run: ({ post }) => post({ author: "urn:li:person:other" }),
    expected: { status: 403 },
  },
  {
    name: "an unknown field is refused",
    run: ({ post }) => post({ scheduledAt: 5 }),
    expected: {
      status: 422,
      body: { message: "ERROR :: /scheduledAt :: unrecognized field found but not allowed\n", status: 422 },
    },
  },
  {
    name: "an unknown field of the article is refused",
    run: ({ post }) => post({ content: { article: { source: "https://a.example", title: "T", url: "x" } } }),
    expected: { status: 422 },
  },
  {
    name: "a missing field is refused",
    run: ({ post }) => post({ author: undefined }),
    expected: {
      status: 422,
      body: { message: "ERROR :: /author :: field is required but not found and has no default value\n" },
    },
  },
  {
    name: "a post is created published or not at all",
    run: ({ post }) => post({ lifecycleState: "DRAFT" }),
    expected: { status: 422 },
  },
  {
    name: "two kinds of content are refused",
    run: ({ post }) => post({ content: { ...article().content, media: { id: "urn:li:image:A" } } }),
    expected: { status: 422 },
  },
  {
    name: "what is no JSON is refused",
    run: ({ token }) =>
      ask(simulator, "POST", "/rest/posts", {
        token,
        body: "{",
        headers: {
          "linkedin-version": "202609",
          "x-restli-protocol-version": "2.0.0",
          "content-type": "application/json",
        },
      }),
    expected: { status: 400, body: { code: "ILLEGAL_ARGUMENT" } },
  },
  {
    name: "3,000 visible characters fit, whatever their backslashes",
    run: ({ post }) => post({ commentary: "\\(".repeat(3000) }),
    expected: { status: 201 },
  },
  {
    name: "3,001 visible characters are too long",
    run: ({ post }) => post({ commentary: "x".repeat(3001) }),
    expected: { status: 400, body: { code: "FIELD_LENGTH_TOO_LONG" } },
  },
  {
    name: "no words and no content are refused",
    run: ({ post }) => post({ commentary: " " }),
    expected: { status: 400, body: { code: "INVALID_VALUE_BLANK_FIELD" } },
  },
  {
    name: "a created post is an empty 201 and a header",
    run: async ({ post }) => {
      const created = await post();
      return { status: created.status, text: created.text, urn: urnOf(created) };
    },
    expected: { status: 201, text: "", urn: expect.stringMatching(/^urn:li:share:\d{19}$/) },
  },
  {
    name: "the id can come as a ugcPost under the other header",
    run: async ({ post }) => {
      await simulator.settings({ linkedin: { idHeader: "x-linkedin-id", urnKind: "ugcPost" } });
      return { urn: (await post()).headers.get("x-linkedin-id") };
    },
    expected: { urn: expect.stringMatching(/^urn:li:ugcPost:\d+$/) },
  },
  {
    name: "the same body within ten minutes names the earlier post",
    run: async ({ post }) => {
      const urn = urnOf(await post());
      await simulator.advanceClock(10 * minute - 1);
      const { status, text } = await post();
      return { status, named: text.includes(`Content is a duplicate of ${urn}"`) };
    },
    expected: { status: 422, named: true },
  },
  {
    name: "the duplicate's body is as it was captured",
    run: async ({ post }) => [await post(), await post()][1] as Asked,
    expected: duplicate,
  },
  {
    name: "the same body ten minutes later is a second post",
    run: async ({ post }) => {
      await post();
      await simulator.advanceClock(10 * minute);
      return post();
    },
    expected: { status: 201 },
  },
  {
    name: "the same words with another link are another post",
    run: async ({ post }) => {
      await post();
      return post(article());
    },
    expected: { status: 201 },
  },
  {
    name: "the same words with another link can count as a duplicate",
    run: async ({ post }) => {
      await simulator.settings({ linkedin: { duplicateBy: "commentary" } });
      await post();
      return post(article());
    },
    expected: { status: 422, ...duplicate },
  },
  {
    name: "the same words of somebody else are theirs",
    run: async ({ post }) => {
      await post();
      return (await memberAt({ account: "bob" })).post();
    },
    expected: { status: 201 },
  },
  {
    name: "a deleted post can haunt as a duplicate",
    run: async ({ post, rest }) => {
      await simulator.settings({ linkedin: { ghostMs: day } });
      const urn = urnOf(await post());
      await rest("DELETE", `posts/${encodeURIComponent(urn)}`);
      return post();
    },
    expected: { status: 422, ...duplicate },
  },
  {
    name: "deleting twice is no error, and nothing is left",
    run: async ({ post, rest }) => {
      const urn = encodeURIComponent(urnOf(await post()));
      const statuses = [await rest("DELETE", `posts/${urn}`), await rest("DELETE", `posts/${urn}`)];
      return { statuses: statuses.map(({ status }) => status), posts: await simulator.posts() };
    },
    expected: { statuses: [204, 204], posts: [] },
  },
  {
    name: "the owner of an image is the member",
    run: ({ rest }) =>
      rest("POST", "images?action=initializeUpload", {
        initializeUploadRequest: { owner: "urn:li:person:other" },
      }),
    expected: { status: 403 },
  },
  {
    name: "an image of somebody else is refused",
    run: async ({ post }) => post(article(await uploaded(await memberAt({ account: "bob" })))),
    expected: { status: 400, body: { code: "INVALID_VALUE_FOR_FIELD" } },
  },
  {
    name: "an image goes up with the member's token",
    run: async (member) => put((await startUpload(member)).uploadUrl, member.token),
    expected: { status: 201, text: "" },
  },
  {
    name: "an image without a token is refused",
    run: async (member) => put((await startUpload(member)).uploadUrl),
    expected: { status: 401 },
  },
  {
    name: "an image without a token can be taken",
    run: async (member) => {
      await simulator.settings({ linkedin: { uploadNeedsBearer: false } });
      return put((await startUpload(member)).uploadUrl);
    },
    expected: { status: 201 },
  },
  {
    name: "what is no image is refused",
    run: async (member) => put((await startUpload(member)).uploadUrl, member.token, Buffer.from("<html>")),
    expected: { status: 415 },
  },
  {
    name: "an upload address expires",
    run: async (member) => {
      const { uploadUrl } = await startUpload(member);
      await simulator.advanceClock(hour);
      return put(uploadUrl, member.token);
    },
    expected: { status: 400, body: { code: "EXPIRED_UPLOAD_URL" } },
  },
  {
    name: "a post whose image never came is refused",
    run: async (member) => member.post(article((await startUpload(member)).image)),
    expected: { status: 400, body: { code: "MEDIA_ASSET_WAITING_UPLOAD" } },
  },
  {
    name: "a post made too early can be taken and stay invisible",
    run: async (member) => {
      await simulator.settings({ linkedin: { imageProcessingMs: 5_000, earlyImage: "invisible" } });
      const { status } = await member.post(article(await uploaded(member)));
      const early = await simulator.posts();
      await simulator.advanceClock(5_000);
      return { status, early: early.length, later: (await simulator.posts()).length };
    },
    expected: { status: 201, early: 0, later: 1 },
  },
  {
    name: "a token that may only post is not told how an image is",
    run: async (member) => member.rest("GET", `images/${encodeURIComponent(await uploaded(member))}`),
    expected: { status: 403, body: { code: "ACCESS_DENIED" } },
  },
  {
    name: "a token that may only post cannot read it back",
    run: async ({ post, rest }) => rest("GET", `posts/${encodeURIComponent(urnOf(await post()))}`),
    expected: { status: 403 },
  },
  {
    name: "a token that may only post can perhaps read it back",
    run: async ({ post, rest }) => {
      await simulator.settings({ linkedin: { readBack: true } });
      return rest("GET", `posts/${encodeURIComponent(urnOf(await post()))}?viewContext=AUTHOR`);
    },
    expected: { status: 200, body: { commentary: "Three million litres of rain" } },
  },
  {
    name: "an article is shown as it was sent, and its page is not read",
    run: async (member) => {
      const image = await uploaded(member);
      await member.post(article(image));
      const [post] = await simulator.posts();
      const shown = await ask(simulator, "GET", post?.card?.image ?? "");
      return { card: post?.card, type: shown.headers.get("content-type") };
    },
    expected: {
      card: { url: "https://go.acme.example/a1B2", title: "T", description: "D" },
      type: "image/jpeg",
    },
  },
  {
    name: "an address in the words alone makes no card",
    run: async ({ post }) => {
      await post({ commentary: "See https://go.acme.example/a1B2" });
      return (await simulator.posts())[0] ?? {};
    },
    expected: { text: "See https://go.acme.example/a1B2", card: null },
  },
  {
    name: "a member posts 150 times a day, until midnight in UTC",
    run: async ({ post }) => {
      await simulator.settings({ linkedin: { postsPerMemberPerDay: 2 } });
      const statuses = [];
      for (const commentary of ["a", "b", "c"]) statuses.push((await post({ commentary })).status);
      const { status: other } = await (await memberAt({ account: "bob" })).post();
      await simulator.setClock("2026-10-02T00:00:00Z");
      return { statuses, other, tomorrow: (await post({ commentary: "d" })).status };
    },
    expected: { statuses: [201, 201, 429], other: 201, tomorrow: 201 },
  },
  {
    name: "the limit's answer says which, and not how long",
    run: async ({ post }) => {
      await simulator.settings({ linkedin: { postsPerMemberPerDay: 0 } });
      const { status, body, headers } = await post();
      return { status, body, retryAfter: headers.get("retry-after") };
    },
    expected: {
      status: 429,
      body: {
        serviceErrorCode: 101,
        code: "TOO_MANY_REQUESTS",
        message:
          "Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached.",
      },
      retryAfter: null,
    },
  },
  {
    name: "an unknown token is refused",
    run: () => ask(simulator, "GET", "/v2/userinfo", { token: "nobody's" }),
    expected: { status: 401, body: { serviceErrorCode: 65600 } },
  },
  {
    name: "no token is refused",
    run: () => ask(simulator, "GET", "/v2/userinfo"),
    expected: { status: 401, body: { message: "Empty oauth2_access_token" } },
  },
  {
    name: "a token dies after sixty days",
    run: async ({ post }) => {
      await simulator.advanceClock(60 * day);
      return post();
    },
    expected: { status: 401, body: { code: "EXPIRED_ACCESS_TOKEN", serviceErrorCode: 65602 } },
  },
  {
    name: "a withdrawn grant is said to be revoked",
    run: async ({ post }) => {
      await simulator.account({ provider: "linkedin", id: "alice", revoke: true });
      return post();
    },
    expected: { status: 401, body: { code: "REVOKED_ACCESS_TOKEN", serviceErrorCode: 65601 } },
  },
  {
    name: "asking for other scopes ends earlier tokens",
    run: async ({ post }) => {
      await memberAt({ scope: "openid w_member_social" });
      return post();
    },
    expected: { status: 401, body: { code: "REVOKED_ACCESS_TOKEN" } },
  },
  {
    name: "asking for the same scopes again leaves earlier tokens alone",
    run: async ({ post }) => {
      await memberAt({ scope: "w_member_social profile openid" });
      return post();
    },
    expected: { status: 201 },
  },
  {
    name: "another app knows the member by another number",
    run: async ({ author }) => {
      const { access_token: token } = await linkedInTokens(simulator, { clientId: "metrics" });
      const { body } = await ask(simulator, "GET", "/v2/userinfo", { token });
      return { same: `urn:li:person:${(body as { sub: string }).sub}` === author };
    },
    expected: { same: false },
  },
  {
    name: "analytics need their scope",
    run: async ({ post, rest }) => rest("GET", analytics(urnOf(await post()))),
    expected: { status: 403, body: { code: "ACCESS_DENIED" } },
  },
  {
    name: "a metric is a number",
    run: async () => {
      const { post, rest } = await analyst();
      const urn = urnOf(await post());
      await simulator.post({ provider: "linkedin", id: urn, impressions: 5000 });
      return rest("GET", analytics(urn));
    },
    expected: {
      status: 200,
      body: { elements: [{ count: 5000, metricType: "IMPRESSION", targetEntity: {} }] },
    },
  },
  {
    name: "before 202605 the metric's type is a record",
    run: async () => {
      const { post, rest } = await analyst();
      return rest("GET", analytics(urnOf(await post())), undefined, { "linkedin-version": "202603" });
    },
    expected: {
      body: {
        elements: [
          {
            metricType: {
              "com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1": "IMPRESSION",
            },
          },
        ],
      },
    },
  },
  {
    name: "a metric that LinkedIn does not say is no element, not a zero",
    run: async () => {
      const { post, rest } = await analyst();
      const urn = urnOf(await post());
      await simulator.post({ provider: "linkedin", id: urn, likes: null });
      return rest("GET", analytics(urn, "REACTION"));
    },
    expected: { status: 200, body: { elements: [] } },
  },
  {
    name: "two metrics in one call are refused",
    run: async () => {
      const { post, rest } = await analyst();
      return rest("GET", analytics(urnOf(await post()), "IMPRESSION", "&queryType=COMMENT"));
    },
    expected: { status: 400 },
  },
  {
    name: "the urn inside the parentheses is percent-encoded once",
    run: async () => {
      const { post, rest } = await analyst();
      const urn = urnOf(await post());
      return rest("GET", `memberCreatorPostAnalytics?q=entity&entity=(share:${urn})&queryType=IMPRESSION`);
    },
    expected: { status: 400 },
  },
  {
    name: "followers are counted",
    run: async () => {
      const { rest } = await analyst();
      await simulator.account({ provider: "linkedin", id: "alice", followers: 961 });
      return rest("GET", "memberFollowersCount?q=me");
    },
    expected: { body: { elements: [{ memberFollowersCount: 961 }] } },
  },
];

async function analyst() {
  await simulator.settings({ linkedin: { communityManagement: true } });
  return memberAt({ scope: all });
}

test.each(rows)("LinkedIn: $name", async ({ run, expected }) => {
  await simulator.reset();
  await simulator.setClock(noon);
  expect(await run(await memberAt())).toMatchObject(expected);
});
