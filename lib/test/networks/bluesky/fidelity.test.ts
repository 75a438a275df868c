import { afterAll, expect, test } from "vitest";
import { type Asked, ask } from "../ask.ts";
import { blueskySession } from "../authorize-as.ts";
import { day, hour, minute } from "../clock.ts";
import { startSimulator } from "../simulator.ts";

const simulator = await startSimulator();
afterAll(() => simulator.close());

const noon = "2026-10-01T12:00:00Z";
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const rkey = "3lxyzabcdef2g";
const text = "Grüße 👋 from @acme.example.com https://go.acme.example/a1B2 #hiring";
const link = { $type: "app.bsky.richtext.facet#link", uri: "https://go.acme.example/a1B2" };

type Person = Awaited<ReturnType<typeof personAt>>;

async function personAt(identifier = "alice.test") {
  const session = await blueskySession(simulator, { identifier });
  const { accessJwt: token, did } = session;
  const write = (method: string, change: object = {}) =>
    ask(simulator, "POST", `/xrpc/com.atproto.repo.${method}`, {
      token,
      json: { repo: did, collection: "app.bsky.feed.post", rkey, ...change },
    });
  const put = (record: object = {}, change: object = {}) =>
    write("putRecord", { record: { ...plain, ...record }, ...change });
  const upload = (bytes: Buffer, type = "image/png") =>
    ask(simulator, "POST", "/xrpc/com.atproto.repo.uploadBlob", {
      token,
      body: new Uint8Array(bytes),
      headers: { "content-type": type },
    });
  return { ...session, write, put, upload };
}

const plain = {
  $type: "app.bsky.feed.post",
  text: "Hello",
  createdAt: "2026-10-01T09:00:00.000Z",
  langs: ["en"],
};
const facet = (byteStart: number, byteEnd: number, feature: object = link) => ({
  index: { byteStart, byteEnd },
  features: [feature],
});
const blobIn = ({ body }: Asked) => (body as { blob: object }).blob;
const external = (thumb?: object) => ({
  embed: {
    $type: "app.bsky.embed.external",
    external: { uri: "https://go.acme.example/a1B2", title: "T", description: "D", thumb },
  },
});
const server = (method: string, token: string) =>
  ask(simulator, "POST", `/xrpc/com.atproto.server.${method}`, { token });
const get = (method: string, query: Record<string, string>) =>
  ask(simulator, "GET", `/xrpc/${method}?${new URLSearchParams(query)}`);
const create = (password: string, more: object = {}) =>
  ask(simulator, "POST", "/xrpc/com.atproto.server.createSession", {
    json: { identifier: "alice.test", password, ...more },
  });
const uriOf = (did: string) => `at://${did}/app.bsky.feed.post/${rkey}`;

const expired = { status: 400, body: { error: "ExpiredToken" } };
const invalid = { status: 400, body: { error: "InvalidRequest" } };

const rows: { name: string; run: (person: Person) => Promise<unknown>; expected: object }[] = [
  {
    name: "a session says where the person's server is",
    run: () => create("abcd-efgh-ijkl-mnop"),
    expected: {
      status: 200,
      body: {
        handle: "alice.test",
        didDoc: { service: [{ id: "#atproto_pds", serviceEndpoint: simulator.origin }] },
      },
    },
  },
  {
    name: "a wrong password is refused",
    run: () => create("aaaa-bbbb-cccc-dddd"),
    expected: {
      status: 401,
      body: { error: "AuthenticationRequired", message: "Invalid identifier or password" },
    },
  },
  {
    name: "a code can be asked for beside the password",
    run: async () => {
      await simulator.account({ provider: "bluesky", id: "alice", needs_auth_factor: true });
      return [
        await create("abcd-efgh-ijkl-mnop"),
        await create("abcd-efgh-ijkl-mnop", { authFactorToken: "1" }),
      ];
    },
    expected: [{ status: 401, body: { error: "AuthFactorTokenRequired" } }, { status: 200 }],
  },
  {
    name: "an account that was taken down is said to be",
    run: async ({ put }) => {
      await simulator.account({ provider: "bluesky", id: "alice", suspended: true });
      return put();
    },
    expected: { status: 401, body: { error: "AccountTakedown" } },
  },
  {
    name: "thirty sessions in five minutes are enough",
    run: async () => {
      await simulator.settings({ bluesky: { sessionsPer5Minutes: 2 } });
      await create("abcd-efgh-ijkl-mnop");
      const refused = await create("abcd-efgh-ijkl-mnop");
      await simulator.advanceClock(5 * minute);
      return {
        refused,
        headers: Object.fromEntries(refused.headers),
        later: await create("abcd-efgh-ijkl-mnop"),
      };
    },
    expected: {
      refused: { status: 429, body: { error: "RateLimitExceeded", message: "Rate Limit Exceeded" } },
      headers: {
        "ratelimit-limit": "2",
        "ratelimit-remaining": "0",
        "ratelimit-reset": String(Date.parse(noon) / 1000 + 300),
        "ratelimit-policy": "2;w=300",
        "retry-after": "300",
      },
      later: { status: 200 },
    },
  },
  {
    name: "an access token that is over is 400, not 401",
    run: async ({ put }) => {
      await simulator.advanceClock(120 * minute);
      return put();
    },
    expected: { status: 400, body: { error: "ExpiredToken", message: "Token has expired" } },
  },
  {
    name: "an unknown token is invalid",
    run: () => server("refreshSession", "a.b.c"),
    expected: { status: 400, body: { error: "InvalidToken" } },
  },
  {
    name: "a refresh token does not post, an access token does not refresh",
    run: async ({ accessJwt, refreshJwt, did }) => [
      await server("refreshSession", accessJwt),
      await ask(simulator, "POST", "/xrpc/com.atproto.repo.putRecord", {
        token: refreshJwt,
        json: { repo: did },
      }),
    ],
    expected: [
      { status: 400, body: { error: "InvalidToken" } },
      { status: 400, body: { error: "InvalidToken" } },
    ],
  },
  {
    name: "no token is 401",
    run: () => ask(simulator, "POST", "/xrpc/com.atproto.repo.putRecord", { json: {} }),
    expected: { status: 401, body: { error: "AuthMissing" } },
  },
  {
    name: "a refresh gives another pair, and the same again within two hours",
    run: async ({ refreshJwt }) => {
      const one = (await server("refreshSession", refreshJwt)).body as { refreshJwt: string };
      await simulator.advanceClock(2 * hour - 1);
      const other = (await server("refreshSession", refreshJwt)).body as { refreshJwt: string };
      return { rotated: one.refreshJwt !== refreshJwt, same: one.refreshJwt === other.refreshJwt };
    },
    expected: { rotated: true, same: true },
  },
  {
    name: "two hours after it was used, a refresh token is spent",
    run: async ({ refreshJwt }) => {
      await server("refreshSession", refreshJwt);
      await simulator.advanceClock(2 * hour);
      return server("refreshSession", refreshJwt);
    },
    expected: expired,
  },
  {
    name: "a refresh token lives ninety days",
    run: async ({ refreshJwt }) => {
      await simulator.advanceClock(90 * day);
      return server("refreshSession", refreshJwt);
    },
    expected: expired,
  },
  {
    name: "a withdrawn app password ends its sessions and makes no other",
    run: async ({ put, refreshJwt }) => {
      await simulator.account({ provider: "bluesky", id: "alice", revoke: true });
      const again = await create("abcd-efgh-ijkl-mnop");
      await simulator.account({ provider: "bluesky", id: "alice", password: "aaaa-bbbb-cccc-dddd" });
      return [
        await put(),
        await server("refreshSession", refreshJwt),
        again,
        await create("aaaa-bbbb-cccc-dddd"),
      ];
    },
    expected: [expired, expired, { status: 401 }, { status: 200 }],
  },
  {
    name: "an access token can outlive its app password",
    run: async ({ put }) => {
      await simulator.settings({ bluesky: { revokedAccessLives: true } });
      await simulator.account({ provider: "bluesky", id: "alice", revoke: true });
      return put();
    },
    expected: { status: 200 },
  },
  {
    name: "a session that was deleted does not refresh",
    run: async ({ refreshJwt }) => {
      await server("deleteSession", refreshJwt);
      return server("refreshSession", refreshJwt);
    },
    expected: expired,
  },
  {
    name: "the same record under the same key is no second post",
    run: async ({ put }) => {
      const one = (await put()).body as { uri: string; cid: string; commit: object };
      const other = (await put()).body as { uri: string; cid: string };
      return {
        same: one.uri === other.uri && one.cid === other.cid,
        commits: ["commit" in one, "commit" in other],
        posts: (await simulator.posts()).length,
      };
    },
    expected: { same: true, commits: [true, false], posts: 1 },
  },
  {
    name: "another record under the same key changes the post",
    run: async ({ put }) => {
      await put();
      await put({ text: "Changed" });
      return simulator.posts();
    },
    expected: [{ text: "Changed" }],
  },
  {
    name: "a swap that expects nothing refuses what is there",
    run: async ({ put }) => {
      await put();
      return put({ text: "Changed" }, { swapRecord: null });
    },
    expected: { status: 400, body: { error: "InvalidSwap" } },
  },
  {
    name: "creating under a key that is taken breaks the server",
    run: async ({ put, write }) => {
      await put();
      return write("createRecord", { record: plain });
    },
    expected: { status: 500, body: { error: "InternalServerError" } },
  },
  {
    name: "creating under a key that is taken can be refused",
    run: async ({ put, write }) => {
      await simulator.settings({ bluesky: { createOnTakenKey: 400 } });
      await put();
      return write("createRecord", { record: plain });
    },
    expected: { status: 400 },
  },
  {
    name: "a key is a TID",
    run: async ({ put }) => [
      await put({}, { rkey: "0lxyzabcdef2g" }),
      await put({}, { rkey: "3lxyzabcdef2" }),
      await put({}, { rkey: "3lxyzabcdef2gg" }),
    ],
    expected: [invalid, invalid, invalid],
  },
  {
    name: "nobody writes to somebody else's repository",
    run: async ({ put }) => put({}, { repo: (await personAt("bob.test")).did }),
    expected: { status: 401 },
  },
  {
    name: "300 graphemes fit, whatever they are made of",
    run: ({ put }) => put({ text: "🇳🇵".repeat(300) }),
    expected: { status: 200 },
  },
  { name: "301 graphemes do not", run: ({ put }) => put({ text: "x".repeat(301) }), expected: invalid },
  {
    name: "3,000 bytes fit, 3,001 do not, whatever the graphemes",
    run: async ({ put }) => {
      const family = "👨‍👩‍👧‍👦".repeat(120);
      return [await put({ text: family }), await put({ text: `${family}x` })];
    },
    expected: [{ status: 200 }, invalid],
  },
  {
    name: "a fourth language is refused",
    run: ({ put }) => put({ langs: ["en", "de", "fr", "it"] }),
    expected: invalid,
  },
  {
    name: "a time says its zone",
    run: ({ put }) => put({ createdAt: "2026-10-01T09:00:00" }),
    expected: invalid,
  },
  {
    name: "facets are in bytes, and make the links",
    run: async ({ put, did }) => {
      const mention = { $type: "app.bsky.richtext.facet#mention", did };
      const tag = { $type: "app.bsky.richtext.facet#tag", tag: "hiring" };
      await put({ text, facets: [facet(18, 35, mention), facet(36, 64), facet(65, 72, tag)] });
      return (await simulator.posts())[0]?.segments ?? [];
    },
    expected: [
      { text: "Grüße 👋 from " },
      { text: "@acme.example.com" },
      { text: " " },
      { text: "https://go.acme.example/a1B2", link: "https://go.acme.example/a1B2" },
      { text: " " },
      { text: "#hiring", tag: "hiring" },
    ],
  },
  {
    name: "without a facet an address is dead text",
    run: async ({ put }) => {
      await put({ text });
      return (await simulator.posts())[0]?.segments ?? [];
    },
    expected: [{ text }],
  },
  {
    name: "a facet ends inside the text",
    run: async ({ put }) => [
      await put({ text, facets: [facet(36, 72)] }),
      await put({ text, facets: [facet(36, 73)] }),
      await put({ text, facets: [facet(36, 36)] }),
    ],
    expected: [{ status: 200 }, invalid, invalid],
  },
  {
    name: "a card's picture was uploaded before",
    run: async ({ upload, put }) => {
      await put(external(blobIn(await upload(png))));
      const [post] = await simulator.posts();
      return { card: post?.card, picture: await ask(simulator, "GET", post?.card?.image ?? "") };
    },
    expected: { card: { title: "T", description: "D" }, picture: { status: 200 } },
  },
  {
    name: "a blob that is not there is refused, and one of somebody else too",
    run: async ({ put }) => put(external(blobIn(await (await personAt("bob.test")).upload(png)))),
    expected: { status: 400, body: { error: "BlobNotFound" } },
  },
  {
    name: "a card's picture has at most 1,000,000 bytes",
    run: async ({ upload, put }) => [
      await put(external(blobIn(await upload(Buffer.concat([png, Buffer.alloc(1_000_000 - png.length)]))))),
      await put(external(blobIn(await upload(Buffer.concat([png, Buffer.alloc(1_000_000)]))))),
    ],
    expected: [{ status: 200 }, { status: 400, body: { error: "BlobTooLarge" } }],
  },
  {
    name: "what a blob is, its bytes say",
    run: async ({ upload }) => [
      await upload(png, "image/jpeg"),
      await upload(Buffer.from("<html>"), "text/html"),
    ],
    expected: [
      { body: { blob: { mimeType: "image/png", size: 8 } } },
      { body: { blob: { mimeType: "text/html" } } },
    ],
  },
  {
    name: "a picture of a text is refused",
    run: async ({ upload, put }) => put(external(blobIn(await upload(Buffer.from("<html>"), "text/html")))),
    expected: { status: 400, body: { error: "InvalidMimeType" } },
  },
  {
    name: "an image has words for who cannot see it",
    run: async ({ upload, put }) => {
      const image = blobIn(await upload(png));
      const embed = (more: object) => ({
        embed: { $type: "app.bsky.embed.images", images: [{ image, ...more }] },
      });
      return [await put(embed({})), await put(embed({ alt: "A dot" }))];
    },
    expected: [invalid, { status: 200 }],
  },
  {
    name: "a record is read back by its key",
    run: async ({ put, did }) => {
      await put();
      return get("com.atproto.repo.getRecord", { repo: did, collection: "app.bsky.feed.post", rkey });
    },
    expected: { status: 200, body: { value: plain } },
  },
  {
    name: "a record that is not there is 400",
    run: ({ did }) =>
      get("com.atproto.repo.getRecord", { repo: did, collection: "app.bsky.feed.post", rkey }),
    expected: { status: 400, body: { error: "RecordNotFound" } },
  },
  {
    name: "numbers of posts come for those that are there",
    run: async ({ put, did }) => {
      await put();
      await simulator.post({ provider: "bluesky", id: uriOf(did), likes: 7, quotes: null });
      const { body } = await ask(
        simulator,
        "GET",
        `/xrpc/app.bsky.feed.getPosts?uris=${uriOf(did)}&uris=${uriOf("did:plc:nobody")}`,
      );
      const { posts } = body as { posts: object[] };
      return { count: posts.length, first: posts[0], hasQuotes: "quoteCount" in (posts[0] ?? {}) };
    },
    expected: { count: 1, first: { likeCount: 7, repostCount: 0 }, hasQuotes: false },
  },
  {
    name: "a deleted post is simply absent",
    run: async ({ put, did }) => {
      await put();
      await simulator.post({ provider: "bluesky", id: uriOf(did), deleted: true });
      return get("app.bsky.feed.getPosts", { uris: uriOf(did) });
    },
    expected: { status: 200, body: { posts: [] } },
  },
  {
    name: "a new post can take a while to be seen",
    run: async ({ put, did }) => {
      await simulator.settings({ bluesky: { indexingMs: 3_000 } });
      await put();
      const early = await get("app.bsky.feed.getPosts", { uris: uriOf(did) });
      await simulator.advanceClock(3_000);
      return { early, later: await get("app.bsky.feed.getPosts", { uris: uriOf(did) }) };
    },
    expected: { early: { body: { posts: [] } }, later: { body: { posts: [{}] } } },
  },
  {
    name: "at most 25 posts are asked for at once",
    run: ({ did }) =>
      ask(simulator, "GET", `/xrpc/app.bsky.feed.getPosts?${`uris=${uriOf(did)}&`.repeat(26)}`),
    expected: invalid,
  },
  {
    name: "a profile counts its followers",
    run: async ({ did }) => {
      await simulator.account({ provider: "bluesky", id: "alice", followers: 961 });
      return get("app.bsky.actor.getProfile", { actor: did });
    },
    expected: { body: { followersCount: 961, handle: "alice.test", postsCount: 0 } },
  },
  {
    name: "a handle leads to its DID, and that to its server",
    run: async ({ did }) => [
      await get("com.atproto.identity.resolveHandle", { handle: "alice.test" }),
      await ask(simulator, "GET", `/${did}`),
      await get("com.atproto.identity.resolveHandle", { handle: "nobody.test" }),
    ],
    expected: [{ status: 200 }, { body: { service: [{ serviceEndpoint: simulator.origin }] } }, invalid],
  },
  {
    name: "a put is two points of the hour's, and every write says what is left",
    run: async ({ put }) => {
      await simulator.settings({ bluesky: { pointsPerHour: 3 } });
      const first = await put();
      const second = await put();
      await simulator.advanceClock(hour);
      return { left: first.headers.get("ratelimit-remaining"), second, later: await put() };
    },
    expected: { left: "1", second: { status: 429 }, later: { status: 200 } },
  },
  {
    name: "an account that is made can sign in",
    run: async () => {
      await simulator.account({ provider: "bluesky", id: "carol_cole", name: "Carol Cole" });
      return blueskySession(simulator, { identifier: "carol-cole.test" });
    },
    expected: { handle: "carol-cole.test" },
  },
];

test.each(rows)("Bluesky: $name", async ({ run, expected }) => {
  await simulator.reset();
  await simulator.setClock(noon);
  expect(await run(await personAt())).toMatchObject(expected);
});
