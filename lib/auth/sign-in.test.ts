import { eq } from "drizzle-orm";
import { simpleParser } from "mailparser";
import { OAuth2Server } from "oauth2-mock-server";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { members } from "#db/schema/members.ts";
import { accounts, users } from "#db/schema/users.ts";
import { findSessionActor } from "#lib/auth/actor.ts";
import { demoProvider } from "#lib/auth/demo-provider.ts";
import { emailProvider } from "#lib/auth/email-provider.ts";
import { oidcProvider } from "#lib/auth/oidc-provider.ts";
import { authOptions } from "#lib/auth/options.ts";
import { env } from "#lib/env.ts";
import { AuthBrowser } from "#lib/test/auth-browser.ts";
import { makeMember, makeOrganization } from "#lib/test/factories.ts";
import { request } from "#lib/test/request.ts";

const before = { ...env };
// Every test comes from an address of its own, so that only the limit for one mailbox is met.
beforeEach(() => request().headers.set("x-herald-ip", newId()));
afterEach(() => Object.assign(env, { SMTP_URL: undefined }, before));

test("a mailed link signs an invited person in, once", async () => {
  const { member, browser, mails } = await knockByMail();
  await browser.askForLink(member.email.toUpperCase());
  expect(mails[0]?.text).toContain("works once, for 10 minutes");

  const link = mails[0]?.link ?? "";
  expect(link).toContain("http://herald.test/sign-in/confirm?");
  expect(await browser.press(link)).toBe("http://herald.test/");
  expect(await browser.actor()).toMatchObject({ memberId: member.id });
  expect(await new AuthBrowser(browser.options).press(link)).toContain("error=Verification");
});

test("a mailed link is good for ten minutes", async () => {
  const { member, browser, mails } = await knockByMail();
  await browser.askForLink(member.email);
  vi.useFakeTimers({ now: Date.now() + 10 * 60_000 + 1000, toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  expect(await browser.press(mails[0]?.link ?? "")).toContain("error=Verification");
  expect(await browser.actor()).toBeNull();
});

test("using one link spends the others that were mailed to the address", async () => {
  const { member, browser, mails } = await knockByMail();
  await browser.askForLink(member.email);
  await browser.askForLink(member.email);
  await browser.press(mails[1]?.link ?? "");
  expect(await new AuthBrowser(browser.options).press(mails[0]?.link ?? "")).toContain("error=Verification");
});

test("a stranger is mailed like anybody, and told only after the address is proven", async () => {
  const { member, browser, mails } = await knockByMail();
  const stranger = `${newId()}@nowhere.test`;
  expect(await browser.askForLink(stranger)).toBe(await browser.askForLink(member.email));
  expect(await browser.press(mails[0]?.link ?? "")).toBe("/sign-in/refused?reason=stranger");
  expect(await browser.actor()).toBeNull();
  expect(await db.select().from(users).where(eq(users.email, stranger))).toEqual([]);
});

test("one address gets four mails in a quarter of an hour, whoever asks", async () => {
  const { member, browser, mails } = await knockByMail();
  for (let asked = 0; asked < 4; asked++) await browser.askForLink(member.email);
  expect(await browser.askForLink(member.email)).toContain("error=TooManyMails");
  expect(mails).toHaveLength(4);
});

test("an invited person joins through the company's OpenID provider and is the subject from then on", async () => {
  const { member, browser, claims } = await knockByOidc();
  expect(await browser.passOidc()).toBe("http://herald.test/");
  expect(await browser.actor()).toMatchObject({ memberId: member.id });

  claims.email = `renamed-${newId()}@acme.test`;
  const later = new AuthBrowser(browser.options);
  await later.passOidc();
  expect(await later.actor()).toMatchObject({ memberId: member.id });
});

test("nothing of an identity is kept but issuer and subject", async () => {
  const { browser, claims, issuer } = await knockByOidc();
  await browser.passOidc();
  const identity = `${issuer}#${claims.sub}`;
  const [account] = await db.select().from(accounts).where(eq(accounts.providerAccountId, identity));
  expect(Object.keys(account ?? {})).toEqual(["userId", "type", "provider", "providerAccountId"]);
});

test("an address that the provider does not call verified opens no invitation", async () => {
  const { member, browser, claims } = await knockByOidc();
  claims.email_verified = false;
  expect(await browser.passOidc()).toBe("/sign-in/refused?reason=unverified");
  const [row] = await db.select().from(members).where(eq(members.id, member.id));
  expect(row).toMatchObject({ userId: null, joinedAt: null });
});

test("an operator may trust a provider that never says whether an address is verified", async () => {
  const { member, browser, claims } = await knockByOidc();
  delete claims.email_verified;
  env.OIDC_TRUST_EMAIL = true;
  await browser.passOidc();
  expect(await browser.actor()).toMatchObject({ memberId: member.id });
});

test("an address that was given to a second person does not open the first one's account", async () => {
  const { browser, claims } = await knockByOidc();
  await browser.passOidc();
  claims.sub = newId();
  expect(await new AuthBrowser(browser.options).passOidc()).toBe("/sign-in/refused?reason=identity");
});

test("a callback that this browser did not begin is refused", async () => {
  const { browser } = await knockByOidc();
  const stolen = await browser.beginOidc();
  const victim = new AuthBrowser(browser.options);
  expect(await victim.finishOidc(stolen)).toContain("error=OAuthCallback");
  expect(await victim.actor()).toBeNull();
});

test.each([
  { name: "another site", callbackUrl: "https://evil.test/", redirect: "http://herald.test" },
  { name: "another site without a scheme", callbackUrl: "//evil.test", redirect: "http://herald.test" },
  { name: "a page of ours", callbackUrl: "/desk?tab=1", redirect: "http://herald.test/desk?tab=1" },
])("after sign-in, a way back to $name leads to $redirect", async ({ callbackUrl, redirect }) => {
  const member = await makeMember((await makeOrganization()).id);
  const browser = new AuthBrowser({ ...authOptions, providers: [demoProvider()] });
  expect(await browser.signInAsDemo(member.email, callbackUrl)).toBe(redirect);
  expect(await browser.actor()).toMatchObject({ memberId: member.id });
});

test("a suspended member is told so at the door", async () => {
  const member = await makeMember((await makeOrganization()).id, { suspendedAt: new Date() });
  const browser = new AuthBrowser({ ...authOptions, providers: [demoProvider()] });
  expect(await browser.signInAsDemo(member.email)).toBe("/sign-in/refused?reason=suspended");
});

test("signing out ends the session itself, not only its cookie", async () => {
  const member = await makeMember((await makeOrganization()).id);
  const browser = new AuthBrowser({ ...authOptions, providers: [demoProvider()] });
  await browser.signInAsDemo(member.email);
  const sessionId = (await browser.sessionId()) ?? "";
  await browser.post(["signout"], { csrfToken: await browser.csrfToken() });
  expect(await browser.sessionId()).toBeNull();
  expect(await findSessionActor(sessionId)).toBeNull();
});

test("without HERALD_DEMO there is no demo provider", () => {
  expect(authOptions.providers).toEqual([]);
});

async function knockByMail() {
  const mails: { text: string; link: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: async (stream, _session, done) => {
      const { text = "" } = await simpleParser(stream);
      mails.push({ text, link: /https?:\S+/.exec(text)?.[0] ?? "" });
      done();
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const bound = server.server.address();
  env.SMTP_URL = `smtp://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
  const member = await makeMember((await makeOrganization()).id, { joinedAt: null });
  return { member, mails, browser: new AuthBrowser({ ...authOptions, providers: [emailProvider()] }) };
}

async function knockByOidc() {
  const server = new OAuth2Server();
  await server.issuer.keys.generate("RS256");
  await server.start(0, "127.0.0.1");
  onTestFinished(() => server.stop());
  const issuer = server.issuer.url ?? "";
  const member = await makeMember((await makeOrganization()).id, { joinedAt: null });
  const claims: Record<string, unknown> = { sub: newId(), email: member.email, email_verified: true };
  server.service.on("beforeTokenSigning", (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, claims);
  });
  const provider = oidcProvider({ issuer, clientId: "herald", clientSecret: "a secret" });
  return { member, claims, issuer, browser: new AuthBrowser({ ...authOptions, providers: [provider] }) };
}
