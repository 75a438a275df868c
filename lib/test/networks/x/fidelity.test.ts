import { afterAll, expect, test } from "vitest";
import { ask } from "../ask.ts";
import { xTokens } from "../authorize-as.ts";
import { day, hour, minute } from "../clock.ts";
import { startSimulator } from "../simulator.ts";

const simulator = await startSimulator();
afterAll(() => simulator.close());

const noon = "2026-10-01T12:00:00Z";
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
const link = "https://go.acme.example/a1B2";

type User = Awaited<ReturnType<typeof userAt>>;

async function userAt({ account = "alice", scope }: { account?: string; scope?: string } = {}) {
  const { access_token: token } = await xTokens(simulator, { account, ...(scope && { scope }) });
  const x = (method: string, path: string, json?: unknown) =>
    ask(simulator, method, `/2/${path}`, { token, json });
  const post = (text: string, more: object = {}) => x("POST", "tweets", { text, ...more });
  const upload = (body: FormData) => ask(simulator, "POST", "/2/media/upload", { token, body });
  return { token, x, post, upload };
}

const idIn = ({ body }: { body: unknown }) => (body as { data: { id: string } }).data.id;

function imageForm(bytes: Buffer = png, category = "tweet_image") {
  const form = new FormData();
  form.append("media", new Blob([new Uint8Array(bytes)], { type: "image/png" }), "a.png");
  if (category) form.append("media_category", category);
  return form;
}

const catchAll = { status: 403, body: { detail: "You are not permitted to perform this action." } };
const depleted = { status: 402, body: { title: "CreditsDepleted" } };

const rows: { name: string; run: (user: User) => Promise<unknown>; expected: object }[] = [
  {
    name: "a created post has an id of nineteen digits",
    run: async ({ post }) => {
      const { status, body } = await post("Hello");
      return { status, data: (body as { data: object }).data };
    },
    expected: { status: 201, data: { id: expect.stringMatching(/^\d{19}$/), text: "Hello" } },
  },
  {
    name: "280 weighted characters fit",
    run: ({ post }) => post("雨".repeat(140)),
    expected: { status: 201 },
  },
  {
    name: "281 weighted characters are refused, and the reason is not said",
    run: ({ post }) => post(`${"雨".repeat(140)}.`),
    expected: catchAll,
  },
  {
    name: "an address counts 23, however long",
    run: ({ post }) => post(`${"x".repeat(256)} https://go.acme.example/${"p".repeat(200)}`),
    expected: { status: 201 },
  },
  {
    name: "an address at the limit and one letter are too long",
    run: ({ post }) => post(`${"x".repeat(257)} https://go.acme.example/${"p".repeat(200)}`),
    expected: catchAll,
  },
  {
    name: "those who pay X write longer",
    run: async ({ post }) => {
      await simulator.settings({ x: { maxWeighted: 25_000 } });
      return post("x".repeat(281));
    },
    expected: { status: 201 },
  },
  {
    name: "a field that X does not know is refused",
    run: ({ post }) => post("Hello", { schedule: 1 }),
    expected: { status: 400, body: { type: "https://api.x.com/2/problems/invalid-request" } },
  },
  { name: "no text is refused", run: ({ post }) => post(""), expected: { status: 400 } },
  {
    name: "two cashtags are refused",
    run: ({ post }) => post("$ACME and $GLOBX"),
    expected: catchAll,
  },
  {
    name: "the same text of one account is a duplicate, as it was captured",
    run: async ({ post }) => {
      await post("Hello");
      return { text: (await post("Hello ")).text };
    },
    expected: {
      text: '{"detail":"You are not allowed to create a Tweet with duplicate content.","type":"about:blank","title":"Forbidden","status":403}',
    },
  },
  {
    name: "how long a text counts as the same can be set",
    run: async ({ post }) => {
      await simulator.settings({ x: { duplicateWindowMs: hour } });
      await post("Hello");
      await simulator.advanceClock(hour);
      return post("Hello");
    },
    expected: { status: 201 },
  },
  {
    name: "the same text of somebody else is theirs",
    run: async ({ post }) => {
      await post("Hello");
      return (await userAt({ account: "bob" })).post("Hello");
    },
    expected: { status: 201 },
  },
  {
    name: "posting needs tweet.write",
    run: async () => (await userAt({ scope: "tweet.read users.read" })).post("Hello"),
    expected: catchAll,
  },
  {
    name: "posting needs tweet.read as well",
    run: async () => (await userAt({ scope: "tweet.write users.read" })).post("Hello"),
    expected: catchAll,
  },
  {
    name: "a suspended user is said to be",
    run: async ({ post }) => {
      await simulator.account({ provider: "x", id: "alice", suspended: true });
      return post("Hello");
    },
    expected: { status: 403, body: { type: expect.stringMatching(/user-suspended$/) } },
  },
  {
    name: "an access token lives two hours",
    run: async ({ post }) => {
      await simulator.advanceClock(2 * hour);
      return post("Hello");
    },
    expected: {
      status: 401,
      body: { title: "Unauthorized", type: "about:blank", status: 401, detail: "Unauthorized" },
    },
  },
  {
    name: "a post costs 1.5 cents, with an address 20",
    run: async ({ post }) => {
      await post("Hello");
      const { spentOnX: plain } = await simulator.settings();
      await post(`Hello ${link}`);
      const { spentOnX: both } = await simulator.settings();
      return { plain, both };
    },
    expected: { plain: 0.015, both: 0.215 },
  },
  {
    name: "what fails costs nothing",
    run: async ({ post }) => {
      await post("x".repeat(281));
      return simulator.settings();
    },
    expected: { spentOnX: 0 },
  },
  {
    name: "credits that buy a post do not buy one with an address",
    run: async ({ post }) => {
      await simulator.account({ provider: "x", id: "alice", credits: 0.19 });
      return { plain: await post("Hello"), linked: await post(`Hello ${link}`) };
    },
    expected: { plain: { status: 201 }, linked: depleted },
  },
  {
    name: "without credits all calls fail, with 185 bytes",
    run: async ({ x }) => {
      await simulator.account({ provider: "x", id: "alice", credits: 0 });
      const { status, text } = await x("GET", "users/me");
      return { status, bytes: text.length, digits: /\[(\d+)\]/.exec(text)?.[1]?.length };
    },
    expected: { status: 402, bytes: 185, digits: 19 },
  },
  {
    name: "every answer says what is left, a refusal too",
    run: async ({ post }) => {
      await post("Hello");
      const { headers } = await post("Hello");
      return Object.fromEntries(headers);
    },
    expected: {
      "x-rate-limit-limit": "100",
      "x-rate-limit-remaining": "98",
      "x-rate-limit-reset": String(Date.parse(noon) / 1000 + 900),
    },
  },
  {
    name: "after a hundred posts in fifteen minutes it is 429 until the reset",
    run: async ({ post }) => {
      await simulator.settings({ x: { limits: { ...limits, createPer15Minutes: 1 } } });
      await post("one");
      const refused = await post("two");
      await simulator.advanceClock(15 * minute);
      return { refused, remaining: refused.headers.get("x-rate-limit-remaining"), later: await post("two") };
    },
    expected: {
      refused: { status: 429, body: { title: "Too Many Requests", status: 429 } },
      remaining: "0",
      later: { status: 201 },
    },
  },
  {
    name: "the day of the app can be what is full",
    run: async ({ post }) => {
      await simulator.settings({ x: { limits: { ...limits, createPerAppPerDay: 1 } } });
      await post("one");
      const { status, headers } = await post("two");
      return {
        status,
        left: headers.get("x-rate-limit-remaining"),
        leftOfDay: headers.get("x-app-limit-24hour-remaining"),
      };
    },
    expected: { status: 429, left: "98", leftOfDay: "0" },
  },
  {
    name: "what is there comes with what is not",
    run: async ({ post, x }) => {
      const id = idIn(await post("Hello"));
      await simulator.post({ provider: "x", id, likes: 234, bookmarks: null });
      return x("GET", `tweets?ids=${id},456&tweet.fields=public_metrics,non_public_metrics`);
    },
    expected: {
      status: 200,
      body: {
        data: [{ public_metrics: { like_count: 234, retweet_count: 0 }, non_public_metrics: {} }],
        errors: [{ resource_id: "456", title: "Not Found Error", resource_type: "tweet" }],
      },
    },
  },
  {
    name: "a number that X does not say is left out",
    run: async ({ post, x }) => {
      const id = idIn(await post("Hello"));
      await simulator.post({ provider: "x", id, bookmarks: null });
      const { text } = await x("GET", `tweets?ids=${id}&tweet.fields=public_metrics`);
      return { has: text.includes("bookmark_count") };
    },
    expected: { has: false },
  },
  {
    name: "the names can be those of the newer specification",
    run: async ({ post, x }) => {
      await simulator.settings({ x: { names: "post" } });
      const id = idIn(await post("Hello"));
      return [
        await x("GET", `tweets?ids=${id}&tweet.fields=public_metrics`),
        await x("GET", "users/me?user.fields=public_metrics"),
      ];
    },
    expected: [
      { body: { data: [{ public_metrics: { repost_count: 0 } }] } },
      { body: { data: { public_metrics: { post_count: 1 } } } },
    ],
  },
  {
    name: "a deleted post is an error of its own",
    run: async ({ post, x }) => {
      const id = idIn(await post("Hello"));
      await simulator.post({ provider: "x", id, deleted: true });
      const { body } = await x("GET", `tweets?ids=${id}`);
      return { body, keys: Object.keys(body as object) };
    },
    expected: { body: { errors: [{ title: "Not Found Error" }] }, keys: ["errors"] },
  },
  {
    name: "non-public numbers are had for thirty days, then the post is dropped",
    run: async ({ post }) => {
      const id = idIn(await post("Hello"));
      await simulator.advanceClock(30 * day);
      return (await userAt()).x("GET", `tweets?ids=${id}&tweet.fields=non_public_metrics`);
    },
    expected: {
      status: 200,
      body: { errors: [{ type: "https://api.x.com/2/problems/not-authorized-for-field" }] },
    },
  },
  {
    name: "non-public numbers of an old post can be left out instead",
    run: async ({ post }) => {
      await simulator.settings({ x: { oldNonPublic: "omit" } });
      const id = idIn(await post("Hello"));
      await simulator.advanceClock(30 * day);
      return (await userAt()).x("GET", `tweets?ids=${id}&tweet.fields=public_metrics,non_public_metrics`);
    },
    expected: { body: { data: [{ public_metrics: {} }], errors: [{}] } },
  },
  {
    name: "non-public numbers are the author's alone",
    run: async ({ post }) => {
      const id = idIn(await post("Hello"));
      return (await userAt({ account: "bob" })).x("GET", `tweets?ids=${id}&tweet.fields=non_public_metrics`);
    },
    expected: { body: { errors: [{ field: "non_public_metrics" }] } },
  },
  {
    name: "more than a hundred ids are refused",
    run: ({ x }) => x("GET", `tweets?ids=${Array.from({ length: 101 }, (_, id) => id + 1).join(",")}`),
    expected: { status: 400 },
  },
  {
    name: "reading a post costs half a cent, once a day",
    run: async ({ post, x }) => {
      const id = idIn(await post("Hello"));
      for (let time = 0; time < 3; time++) await x("GET", `tweets?ids=${id}`);
      const { spentOnX: today } = await simulator.settings();
      await simulator.setClock("2026-10-02T00:00:00Z");
      await (await userAt()).x("GET", `tweets?ids=${id}`);
      return { today, tomorrow: (await simulator.settings()).spentOnX };
    },
    expected: { today: 0.02, tomorrow: 0.025 },
  },
  {
    name: "a timeline tells the address behind t.co",
    run: async ({ post, x }) => {
      await post(`Hello ${link}`);
      const { body } = await x("GET", "users/me");
      const { id } = (body as { data: { id: string } }).data;
      return x("GET", `users/${id}/tweets?max_results=5&tweet.fields=entities,created_at`);
    },
    expected: {
      body: {
        data: [
          {
            text: expect.stringMatching(/^Hello https:\/\/t\.co\/\w{10}$/),
            created_at: "2026-10-01T12:00:00.000Z",
            entities: { urls: [{ expanded_url: link }] },
          },
        ],
        meta: { result_count: 1 },
      },
    },
  },
  {
    name: "an image is posted by its uploader",
    run: async ({ upload, post }) => {
      const id = idIn(await upload(imageForm()));
      await post("Hello", { media: { media_ids: [id] } });
      const [shown] = await simulator.posts("x");
      return ask(simulator, "GET", shown?.images[0]?.url ?? "");
    },
    expected: { status: 200 },
  },
  {
    name: "an image of somebody else is refused",
    run: async ({ post }) => {
      const id = idIn(await (await userAt({ account: "bob" })).upload(imageForm()));
      return post("Hello", { media: { media_ids: [id] } });
    },
    expected: { status: 400, body: { errors: [{ message: "Your media IDs are invalid." }] } },
  },
  {
    name: "an image is not posted while it is processed",
    run: async ({ upload, post, x }) => {
      await simulator.settings({ x: { mediaProcessingMs: 5_000 } });
      const id = idIn(await upload(imageForm()));
      const early = await post("Hello", { media: { media_ids: [id] } });
      await simulator.advanceClock(5_000);
      return {
        early,
        how: await x("GET", `media/upload?command=STATUS&media_id=${id}`),
        later: await post("Hello", { media: { media_ids: [id] } }),
      };
    },
    expected: {
      early: { status: 400 },
      how: { body: { data: { processing_info: { state: "succeeded" } } } },
      later: { status: 201 },
    },
  },
  {
    name: "an image has a category",
    run: ({ upload }) => upload(imageForm(png, "")),
    expected: { status: 400 },
  },
  {
    name: "an image is one, and at most 5 MB",
    run: async ({ upload }) => [
      await upload(imageForm(Buffer.from("<html>"))),
      await upload(imageForm(Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]))),
    ],
    expected: [{ status: 400 }, { status: 400 }],
  },
  {
    name: "uploading needs media.write",
    run: async () => (await userAt({ scope: "tweet.read tweet.write users.read" })).upload(imageForm()),
    expected: { status: 403 },
  },
  {
    name: "an image goes up in pieces too",
    run: async ({ x, token, post }) => {
      const id = idIn(
        await x("POST", "media/upload/initialize", {
          media_type: "image/png",
          total_bytes: png.length,
          media_category: "tweet_image",
        }),
      );
      for (const [index, part] of [png.subarray(0, 5), png.subarray(5)].entries()) {
        const form = new FormData();
        form.append("segment_index", String(index));
        form.append("media", new Blob([new Uint8Array(part)]));
        await ask(simulator, "POST", `/2/media/upload/${id}/append`, { token, body: form });
      }
      await x("POST", `media/upload/${id}/finalize`);
      await x("POST", "media/metadata", { id, metadata: { alt_text: { text: "A dot" } } });
      await post("Hello", { media: { media_ids: [id] } });
      return simulator.posts("x");
    },
    expected: [{ images: [{ alt: "A dot" }] }],
  },
];

const limits = {
  createPer15Minutes: 100,
  createPerAppPerDay: 10_000,
  lookupPer15Minutes: 5_000,
  timelinePer15Minutes: 900,
  mePer15Minutes: 75,
  uploadPer15Minutes: 500,
};

test.each(rows)("X: $name", async ({ run, expected }) => {
  await simulator.reset();
  await simulator.setClock(noon);
  expect(await run(await userAt())).toMatchObject(expected);
});
