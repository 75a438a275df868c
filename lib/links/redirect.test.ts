import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { connection, db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { clicks, visitorSalts } from "#db/schema/clicks.ts";
import { links } from "#db/schema/links.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import { sessions, users } from "#db/schema/users.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { sessionCookieName } from "#lib/auth/session-token.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { makeActor, makeLiveStory, makeOrganization, makeShare } from "#lib/test/factories.ts";
import { newCode } from "./code.ts";
import { knownLinks, knownStories } from "./known-links.ts";
import { answerShortLink } from "./redirect.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (!answerShortLink(request, response)) response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => server.close());

test("a reader is sent on, and the hit was stored before", async () => {
  const link = await makeLink();
  const answer = await visit(link.code, { referer: "https://www.linkedin.com/feed/?secret=1" });

  expect(answer).toMatchObject({ status: 302, body: "" });
  expect(answer.headers).toMatchObject({
    location: "https://acme.test/news",
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
    "referrer-policy": "strict-origin-when-cross-origin",
  });
  expect(await clicksOf(link)).toMatchObject([
    {
      kind: "human",
      counted: true,
      exclusion: null,
      referrerHost: "www.linkedin.com",
      device: "desktop",
      country: null,
    },
  ]);
});

test("the country is what the proxy says, and without a proxy nobody's word is taken", async () => {
  const link = await makeLink();
  await visit(link.code, { "cf-ipcountry": "NP" });
  behindProxy();
  await visit(link.code, { "cf-ipcountry": "NP", "x-forwarded-for": "203.0.113.7" });
  expect((await clicksOf(link)).map(({ country }) => country)).toEqual([null, "NP"]);
});

test("a member who opens their own link is sent on, stored and not counted; a colleague counts", async () => {
  const link = await makeLink();
  const colleague = await makeActor(link.member.organizationId);
  await visit(link.code, { cookie: await signIn(link.member) });
  await visit(link.code, { cookie: await signIn(colleague) });
  expect((await clicksOf(link)).map(({ exclusion, counted }) => [exclusion, counted])).toEqual([
    ["own", false],
    [null, true],
  ]);
});

test("a script that changes its user agent with every hit is stored, and counts twenty times", async () => {
  const link = await makeLink();
  for (let version = 100; version < 130; version += 1)
    await visit(link.code, { "user-agent": firefox.replace("145.0", `${version}.0`) });
  const stored = await clicksOf(link);
  expect(stored).toHaveLength(30);
  expect(stored.filter(({ counted }) => counted)).toHaveLength(20);
  expect(stored.filter(({ exclusion }) => exclusion === "limited")).toHaveLength(10);
});

test("no address of a person is stored, and the same person is another visitor on another day", async () => {
  behindProxy();
  const link = await makeLink();
  await db.update(stories).set({ publishAt: null }).where(eq(stories.id, link.storyId));
  const yesterday = vi.spyOn(clock, "now").mockImplementation(() => new Date(Date.now() - 86_400_000));
  await visit(link.code, { "x-forwarded-for": "203.0.113.7" });
  await visit(link.code, { "x-forwarded-for": "203.0.113.7" });
  await visit(link.code, { "x-forwarded-for": "203.0.113.8" });
  yesterday.mockRestore();
  await visit(link.code, { "x-forwarded-for": "203.0.113.7" });

  const stored = await clicksOf(link);
  expect(stored.map(({ counted }) => counted)).toEqual([true, false, true, true]);
  expect(stored[0]?.visitor).toBe(stored[1]?.visitor);
  expect(new Set(stored.map(({ visitor }) => visitor)).size).toBe(3);
  expect(JSON.stringify(stored)).not.toContain("203.0.113");
  const salts = await db.select({ day: visitorSalts.day }).from(visitorSalts);
  expect(salts).toEqual([{ day: new Date().toISOString().slice(0, 10) }]);
});

test("a reader who hangs up while their link is looked up is the same visitor as before", async () => {
  const [link, other] = [await makeLink(), await makeLink()];
  await visit(other.code);
  const { get } = knownLinks;
  const arrived = new Promise<IncomingMessage>((resolve) => server.once("request", resolve));
  const hungUp = arrived.then(({ socket }) => once(socket, "close"));
  vi.spyOn(knownLinks, "get").mockImplementationOnce((code) => hungUp.then(() => get(code)));
  const { port } = server.address() as AddressInfo;
  const sent = httpRequest({
    host: "127.0.0.1",
    port,
    path: `/s/${link.code}`,
    headers: { "user-agent": firefox },
  });
  sent.on("error", () => {}).end();
  await arrived;
  sent.destroy();

  const [click] = await vi.waitFor(async () => {
    const stored = await clicksOf(link);
    expect(stored).toHaveLength(1);
    return stored;
  });
  const [before] = await clicksOf(other);
  expect(click?.visitor).toBe(before?.visitor);
});

test("a scanner and a HEAD are sent on, stored and not counted", async () => {
  const link = await makeLink();
  expect((await visit(link.code, { "user-agent": "Microsoft Office SafeLinks" })).status).toBe(302);
  expect((await visit(link.code, {}, "HEAD")).status).toBe(302);
  expect((await visit(link.code, { "sec-purpose": "prefetch" })).status).toBe(302);
  expect((await clicksOf(link)).map(({ kind, counted }) => [kind, counted])).toEqual([
    ["bot", false],
    ["prefetch", false],
    ["prefetch", false],
  ]);
});

test("a preview fetcher gets the story's card and no redirect, and is stored as a machine", async () => {
  const link = await makeLink();
  const answer = await visit(link.code, { "user-agent": "LinkedInBot/1.0" });
  expect(answer.status).toBe(200);
  expect(answer.headers).not.toHaveProperty("location");
  expect(answer.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "x-robots-tag": "noindex",
    "content-security-policy": expect.stringContaining("default-src 'none'"),
  });
  expect(answer.body).toContain(`<meta property="og:url" content="http://herald.test/s/${link.code}">`);
  const head = await visit(link.code, { "user-agent": "Slackbot-LinkExpanding 1.0" }, "HEAD");
  expect(head).toMatchObject({ status: 200, body: "" });
  expect((await clicksOf(link)).map(({ kind, counted }) => [kind, counted])).toEqual([
    ["bot", false],
    ["bot", false],
  ]);
});

test("what is kept of a story for its card is a few hundred letters, however long its text", async () => {
  const body = "Rain falls. ".repeat(4000);
  const link = await makeLink();
  await db.update(stories).set({ summary: "", body }).where(eq(stories.id, link.storyId));
  const { body: card } = await visit(link.code, { "user-agent": "LinkedInBot/1.0" });
  expect(card).toContain(`og:description" content="${body.slice(0, 100)}`);
  const kept = knownStories.peek(link.code) ?? expect.fail("nothing is kept");
  expect(JSON.stringify(kept).length).toBeLessThan(1000);
});

test("while a link story is being edited, its card is the target's own and not what nobody approved", async () => {
  const link = await makeLink();
  await db.update(stories).set({ state: "in_review", title: "Secret" }).where(eq(stories.id, link.storyId));
  const answer = await visit(link.code, { "user-agent": "LinkedInBot/1.0" });
  expect(answer).toMatchObject({ status: 302, headers: { location: "https://acme.test/news" }, body: "" });
});

test("of twenty hits by one person at the same moment all are stored and one is counted", async () => {
  const link = await makeLink();
  const answers = await Promise.all(Array.from({ length: 20 }, () => visit(link.code)));
  expect(answers.every(({ status }) => status === 302)).toBe(true);
  const stored = await clicksOf(link);
  expect(stored).toHaveLength(20);
  expect(stored.filter(({ counted }) => counted)).toHaveLength(1);
});

test("unknown, expired, withdrawn and archived links get a plain page and are not hits", async () => {
  const [expired, declined, archived] = [await makeLink(), await makeLink(), await makeLink()];
  const past = new Date(clock.now().getTime() - 1000);
  await db.update(stories).set({ expiresAt: past, publishAt: null }).where(eq(stories.id, expired.storyId));
  await db.update(shares).set({ state: "withdrawn" }).where(eq(shares.id, declined.shareId));
  await db.update(stories).set({ state: "archived" }).where(eq(stories.id, archived.storyId));

  const answers = [
    { answer: await visit("nobody0knows"), status: 404, says: "leads nowhere" },
    { answer: await visit(""), status: 404, says: "leads nowhere" },
    { answer: await visit("%00%22%3E<script>"), status: 404, says: "leads nowhere" },
    { answer: await visit(expired.code), status: 410, says: "had its time" },
    { answer: await visit(declined.code), status: 410, says: "withdrawn" },
    { answer: await visit(archived.code), status: 410, says: "withdrawn" },
  ];
  for (const { answer, status, says } of answers) {
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(says);
    expect(answer.body).not.toContain("<script");
    expect(answer.headers).not.toHaveProperty("location");
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(answer.headers["cache-control"]).toBe("no-store");
  }
  for (const link of [expired, declined, archived]) expect(await clicksOf(link)).toEqual([]);
});

test("a link that was at hand stops within a second of its withdrawal", async () => {
  const link = await makeLink();
  expect((await visit(link.code)).status).toBe(302);
  await db.update(shares).set({ state: "withdrawn" }).where(eq(shares.id, link.shareId));
  await vi.waitFor(async () => expect((await visit(link.code)).status).toBe(410), 1000);
});

test("while the database is away a link that was at hand leads on, and one that was not is good later", async () => {
  const [known, fresh] = [await makeLink(), await makeLink()];
  await visit(known.code);
  vi.spyOn(connection().db, "select").mockImplementation(() => {
    throw new Error("no database");
  });
  // Longer than anything is trusted while nobody would hear of a change.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect((await visit(known.code)).status).toBe(302);
  expect((await visit(known.code, { "user-agent": "LinkedInBot/1.0" })).status).toBe(302);
  expect(await visit(fresh.code)).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
  vi.restoreAllMocks();
  await vi.waitFor(async () => expect((await visit(fresh.code)).status).toBe(302));
});

test("codes that nobody knows ask the database once each, and one that we cannot have made not at all", async () => {
  const select = vi.spyOn(connection().db, "select");
  const code = newCode();
  for (let round = 0; round < 5; round += 1) expect((await visit(code)).status).toBe(404);
  expect((await visit(newId())).status).toBe(404);
  expect(select).toHaveBeenCalledOnce();
});

test("a flood of made-up codes gets its 404s, and no link that is at hand notices", async () => {
  const link = await makeLink();
  await visit(link.code);
  const flood = await Promise.all(Array.from({ length: 150 }, () => visit(newCode())));
  expect(new Set(flood.map(({ status }) => status))).toEqual(new Set([404]));
  expect((await visit(link.code)).status).toBe(302);
});

test("a whole address in the request line leads to its path, wherever it says it goes", async () => {
  const link = await makeLink();
  const answer = await fetchPath(`http://evil.test/s/${link.code}`, { "user-agent": firefox }, "GET");
  expect(answer.headers.location).toBe("https://acme.test/news");
});

test("only GET and HEAD open a link", async () => {
  const link = await makeLink();
  for (const method of ["POST", "TRACE"]) {
    const answer = await visit(link.code, {}, method);
    expect(answer).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  }
  expect(await clicksOf(link)).toEqual([]);
});

test("a target with letters beyond ASCII survives the header", async () => {
  const link = await makeLink("https://acme.test/grüße?q=a%20b#teil");
  expect((await visit(link.code)).headers.location).toBe("https://acme.test/gr%C3%BC%C3%9Fe?q=a%20b#teil");
});

test("any other path is left to others", async () => {
  expect((await fetchPath("/stories", {}, "GET")).status).toBe(204);
});

async function makeLink(targetUrl = "https://acme.test/news") {
  const actor = await makeActor((await makeOrganization()).id);
  const story = await makeLiveStory(actor);
  const share = await makeShare(actor, story);
  const [link] = await db.update(links).set({ targetUrl }).where(eq(links.id, share.linkId)).returning();
  if (!link) throw new Error("the share has no link");
  return { code: link.code, linkId: link.id, shareId: share.id, storyId: story.id, member: actor };
}

async function signIn({ organizationId, memberId }: MemberActor): Promise<string> {
  const [userId, sid] = [newId(), newId()];
  const expiresAt = new Date(clock.now().getTime() + 3_600_000);
  await db.insert(users).values({ id: userId, email: `${userId}@acme.test` });
  await db.insert(sessions).values({ id: sid, userId, organizationId, memberId, expiresAt });
  return `${sessionCookieName}=${await encode({ token: { sid }, secret: env.AUTH_SECRET })}`;
}

function behindProxy(): void {
  env.TRUST_PROXY = 1;
  onTestFinished(() => {
    env.TRUST_PROXY = 0;
  });
}

const clicksOf = ({ linkId }: { linkId: string }) =>
  db.select().from(clicks).where(eq(clicks.linkId, linkId)).orderBy(clicks.id);

const visit = (code: string, headers: Record<string, string> = {}, method = "GET") =>
  fetchPath(`/s/${code}`, { "user-agent": firefox, ...headers }, method);

function fetchPath(path: string, headers: Record<string, string>, method: string) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const sent = httpRequest({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
        let body = "";
        answer.on("data", (chunk) => {
          body += chunk;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
      });
      sent.on("error", reject).end();
    },
  );
}
