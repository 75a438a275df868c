import { afterAll, expect, test } from "vitest";
import { type Asked, ask } from "../ask.ts";
import { mastodonTokens } from "../authorize-as.ts";
import { hour, minute } from "../clock.ts";
import { startSimulator } from "../simulator.ts";

const simulator = await startSimulator();
afterAll(() => simulator.close());

const noon = "2026-10-01T12:00:00Z";
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

type Person = Awaited<ReturnType<typeof personAt>>;

async function personAt({ account = "alice", scope }: { account?: string; scope?: string } = {}) {
  const granted = await mastodonTokens(simulator, { account, ...(scope && { scope }) });
  const token = granted.access_token;
  const post = (status: string, { key, ...more }: Record<string, string> = {}) =>
    ask(simulator, "POST", "/api/v1/statuses", {
      token,
      form: { status, ...more },
      headers: key ? { "idempotency-key": key } : {},
    });
  const upload = (bytes: Buffer = png, description = "A dot") => {
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(bytes)], { type: "image/png" }), "a.png");
    form.append("description", description);
    return ask(simulator, "POST", "/api/v2/media", { token, body: form });
  };
  const media = (id: string) => ask(simulator, "GET", `/api/v1/media/${id}`, { token });
  const revoke = (change: Record<string, string> = {}) =>
    ask(simulator, "POST", "/oauth/revoke", {
      form: { client_id: granted.client_id, client_secret: granted.client_secret, token, ...change },
    });
  const me = () => ask(simulator, "GET", "/api/v1/accounts/verify_credentials", { token });
  return { ...granted, token, post, upload, media, revoke, me };
}

const idIn = ({ body }: Asked) => (body as { id: string }).id;
const withMedia = (id: string) => ({ "media_ids[]": id });
const tooLong = { status: 422, body: { error: "Validation failed: Text character limit of 500 exceeded" } };

const rows: { name: string; run: (person: Person) => Promise<unknown>; expected: object }[] = [
  {
    name: "a token is of a person",
    run: ({ me }) => me(),
    expected: { status: 200, body: { acct: "alice", id: expect.stringMatching(/^\d+$/), statuses_count: 0 } },
  },
  {
    name: "a token does not expire",
    run: async ({ me }) => {
      await simulator.advanceClock(400 * 24 * hour);
      return me();
    },
    expected: { status: 200 },
  },
  {
    name: "a status has an id and an address",
    run: ({ post }) => post("Hello https://go.acme.example/a1B2"),
    expected: {
      status: 200,
      body: { id: expect.any(String), url: expect.stringMatching(/\/@alice\/\d+$/), card: null },
    },
  },
  {
    name: "the same key is the same status within the hour, whatever the text",
    run: async ({ post }) => {
      const one = idIn(await post("Hello", { key: "k" }));
      await simulator.advanceClock(hour - 1);
      const other = idIn(await post("Changed", { key: "k" }));
      return { same: one === other, posts: await simulator.posts() };
    },
    expected: { same: true, posts: [{ text: "Hello" }] },
  },
  {
    name: "after the hour the same key is another status",
    run: async ({ post }) => {
      await post("Hello", { key: "k" });
      await simulator.advanceClock(hour);
      await post("Hello", { key: "k" });
      return { posts: (await simulator.posts()).length };
    },
    expected: { posts: 2 },
  },
  {
    name: "somebody else's key is theirs",
    run: async ({ post }) => {
      await post("Hello", { key: "k" });
      await (await personAt({ account: "bob" })).post("Hello", { key: "k" });
      return { posts: (await simulator.posts()).length };
    },
    expected: { posts: 2 },
  },
  {
    name: "without a key the same text is posted twice",
    run: async ({ post }) => {
      await post("Hello");
      await post("Hello");
      return { posts: (await simulator.posts()).length };
    },
    expected: { posts: 2 },
  },
  {
    name: "a second call with a key that is at work waits for the first",
    run: async ({ post }) => {
      await simulator.settings({ mastodon: { createMs: 20 } });
      const [one, other] = await Promise.all([post("Hello", { key: "k" }), post("Hello", { key: "k" })]);
      return { same: idIn(one) === idIn(other), posts: (await simulator.posts()).length };
    },
    expected: { same: true, posts: 1 },
  },
  {
    name: "a second call with a key that is at work can be turned away",
    run: async ({ post }) => {
      await simulator.settings({ mastodon: { createMs: 20, lock: "503" } });
      const both = await Promise.all([post("Hello", { key: "k" }), post("Hello", { key: "k" })]);
      return { statuses: both.map(({ status }) => status).sort(), posts: (await simulator.posts()).length };
    },
    expected: { statuses: [200, 503], posts: 1 },
  },
  {
    name: "an older server without the lock makes two",
    run: async ({ post }) => {
      await simulator.settings({ mastodon: { createMs: 20, lock: "none" } });
      await Promise.all([post("Hello", { key: "k" }), post("Hello", { key: "k" })]);
      return { posts: (await simulator.posts()).length };
    },
    expected: { posts: 2 },
  },
  {
    name: "the instance says its own limits",
    run: async () => {
      await simulator.settings({ mastodon: { maxCharacters: 11_000 } });
      return ask(simulator, "GET", "/api/v2/instance");
    },
    expected: {
      body: {
        configuration: {
          statuses: { max_characters: 11_000, max_media_attachments: 4, characters_reserved_per_url: 23 },
        },
      },
    },
  },
  { name: "500 characters fit", run: ({ post }) => post("x".repeat(500)), expected: { status: 200 } },
  { name: "501 characters do not", run: ({ post }) => post("x".repeat(501)), expected: tooLong },
  {
    name: "an address counts 23, however long",
    run: async ({ post }) => {
      const address = `https://go.acme.example/${"p".repeat(300)}`;
      return [await post(`${"x".repeat(476)} ${address}`), await post(`${"x".repeat(477)} ${address}`)];
    },
    expected: [{ status: 200 }, tooLong],
  },
  {
    name: "of @person@server the first half counts",
    run: ({ post }) => post(`${"x".repeat(493)} @alice@a-long-server.example`),
    expected: { status: 200 },
  },
  {
    name: "the content warning counts",
    run: ({ post }) => post("x".repeat(500), { spoiler_text: "y" }),
    expected: tooLong,
  },
  {
    name: "no text is refused",
    run: ({ post }) => post(" "),
    expected: { status: 422, body: { error: "Validation failed: Text can't be blank" } },
  },
  {
    name: "a private status is not public",
    run: async ({ post }) => {
      await post("Hello", { visibility: "private" });
      return simulator.posts();
    },
    expected: [],
  },
  {
    name: "posting needs write:statuses",
    run: async () => (await personAt({ scope: "profile" })).post("Hello"),
    expected: { status: 403, body: { error: "This action is outside the authorized scopes" } },
  },
  {
    name: "write has write:statuses in it",
    run: async () => (await personAt({ scope: "read write" })).post("Hello"),
    expected: { status: 200 },
  },
  {
    name: "a revoked token is refused, and revoking again is no error",
    run: async ({ revoke, me }) => [await revoke(), await revoke(), await me()],
    expected: [
      { status: 200, body: {} },
      { status: 200 },
      { status: 401, body: { error: "The access token is invalid" } },
    ],
  },
  {
    name: "a person who withdraws the grant is refused",
    run: async ({ me }) => {
      await simulator.account({ provider: "mastodon", id: "alice", revoke: true });
      return me();
    },
    expected: { status: 401 },
  },
  {
    name: "an image is ready at once, or after it was processed",
    run: async ({ upload, media, post }) => {
      const ready = await upload();
      await simulator.settings({ mastodon: { mediaProcessingMs: 2_000 } });
      const waiting = await upload();
      const id = idIn(waiting);
      const early = [await media(id), await post("Hello", withMedia(id))];
      await simulator.advanceClock(2_000);
      return { ready, waiting, early, later: [await media(id), await post("Hello", withMedia(id))] };
    },
    expected: {
      ready: { status: 200, body: { url: expect.any(String) } },
      waiting: { status: 202, body: { url: null } },
      early: [{ status: 206 }, { status: 422 }],
      later: [{ status: 200 }, { status: 200 }],
    },
  },
  {
    name: "an image whose processing fails is said to",
    run: async ({ upload, media }) => {
      await simulator.settings({ mastodon: { mediaFails: true } });
      return media(idIn(await upload()));
    },
    expected: { status: 422 },
  },
  {
    name: "an image that a status has is not seen any more",
    run: async ({ upload, media, post }) => {
      const id = idIn(await upload());
      await post("Hello", withMedia(id));
      return { shown: (await simulator.posts())[0]?.images, media: await media(id) };
    },
    expected: { shown: [{ alt: "A dot" }], media: { status: 404 } },
  },
  {
    name: "an image of somebody else is refused",
    run: async ({ post }) =>
      post("Hello", withMedia(idIn(await (await personAt({ account: "bob" })).upload()))),
    expected: { status: 422 },
  },
  {
    name: "what is no image, and a description of more than 1,500 characters, are refused",
    run: async ({ upload }) => [await upload(Buffer.from("<html>")), await upload(png, "x".repeat(1501))],
    expected: [{ status: 422 }, { status: 422 }],
  },
  {
    name: "thirty files in half an hour are enough",
    run: async ({ upload }) => {
      await simulator.settings({ mastodon: { mediaPer30Minutes: 1 } });
      await upload();
      const refused = await upload();
      await simulator.advanceClock(30 * minute);
      return { refused, later: await upload() };
    },
    expected: { refused: { status: 429 }, later: { status: 200 } },
  },
  {
    name: "300 calls in five minutes are enough, and the reset is a time",
    run: async ({ me, post }) => {
      await simulator.settings({ mastodon: { requestsPer5Minutes: 1 } });
      await me();
      const refused = await post("Hello");
      const headers = Object.fromEntries(refused.headers);
      await simulator.advanceClock(5 * minute);
      return { refused, headers, later: await post("Hello") };
    },
    expected: {
      refused: { status: 429, body: { error: "Too many requests" } },
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "2026-10-01T12:05:00.000000Z" },
      later: { status: 200 },
    },
  },
  {
    name: "numbers are public",
    run: async ({ post }) => {
      const id = idIn(await post("Hello"));
      await simulator.post({ provider: "mastodon", id, likes: 7, reposts: 2, quotes: null });
      const { body } = await ask(simulator, "GET", `/api/v1/statuses/${id}`);
      return { body, hasQuotes: "quotes_count" in (body as object) };
    },
    expected: { body: { favourites_count: 7, reblogs_count: 2, replies_count: 0 }, hasQuotes: false },
  },
  {
    name: "of several statuses those that are gone are left out",
    run: async ({ post }) => {
      const [one, other] = [idIn(await post("one")), idIn(await post("two"))];
      await simulator.post({ provider: "mastodon", id: one, deleted: true });
      return [
        await ask(simulator, "GET", `/api/v1/statuses?id[]=${one}&id[]=${other}`),
        await ask(simulator, "GET", `/api/v1/statuses/${one}`),
      ];
    },
    expected: [{ status: 200, body: [{ favourites_count: 0 }] }, { status: 404 }],
  },
  {
    name: "what somebody posted is listed, newest first, forty at most",
    run: async ({ token, me, post }) => {
      const path = `/api/v1/accounts/${idIn(await me())}/statuses`;
      for (const text of ["one", "two", "three"]) await post(text);
      return [
        await ask(simulator, "GET", `${path}?limit=2`, { token }),
        await ask(simulator, "GET", "/api/v1/accounts/1/statuses", { token }),
      ];
    },
    expected: [
      { status: 200, body: [{ content: "<p>three</p>" }, { content: "<p>two</p>" }] },
      { status: 404 },
    ],
  },
  {
    name: "a status can be scheduled five minutes ahead, not sooner",
    run: async ({ post }) => [
      await post("soon", { scheduled_at: "2026-10-01T12:04:59Z" }),
      await post("later", { scheduled_at: "2026-10-01T12:05:00Z" }),
      await simulator.posts(),
    ],
    expected: [{ status: 422 }, { status: 200 }, []],
  },
];

test.each(rows)("Mastodon: $name", async ({ run, expected }) => {
  await simulator.reset();
  await simulator.setClock(noon);
  expect(await run(await personAt())).toMatchObject(expected);
});
