import { encode } from "next-auth/jwt";
import { expect, test, vi } from "vitest";
import { connection, db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { sessions, users } from "#db/schema/users.ts";
import { memberOfCookie } from "#lib/auth/cookie-member.ts";
import { sessionCookieName } from "#lib/auth/session-token.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { makeActor, makeOrganization } from "#lib/test/factories.ts";

const cookieOf = async (sid: string, secret = env.AUTH_SECRET) =>
  `theme=dark; ${sessionCookieName}=${await encode({ token: { sid }, secret })}; last=1`;

test("without a session's cookie nobody is looked up", () => {
  for (const cookies of [undefined, "", "theme=dark", `${sessionCookieName}=`, `not-${sessionCookieName}=x`])
    expect(memberOfCookie(cookies)).toBeNull();
});

test("a signed-in member is found, and is at hand the next time", async () => {
  const { member, sessionId } = await signIn();
  const cookies = await cookieOf(sessionId);
  const { organizationId, memberId } = member;
  expect(await memberOfCookie(cookies)).toMatchObject({ organizationId, memberId });
  expect(memberOfCookie(cookies)).toMatchObject({ organizationId, memberId });
});

test("a cookie that we did not sign, and a session that is not there, are nobody", async () => {
  const { sessionId } = await signIn();
  for (const cookies of [
    await cookieOf(sessionId, "another secret that is long enough"),
    await cookieOf(newId()),
    `${sessionCookieName}=rubbish`,
  ]) {
    expect(await memberOfCookie(cookies)).toBeNull();
    expect(memberOfCookie(cookies)).toBeNull();
  }
});

test("a database that does not answer makes nobody wait for long, and is asked again", async () => {
  const { sessionId } = await signIn();
  const cookies = await cookieOf(sessionId);
  const select = vi.spyOn(connection().db, "select").mockImplementation(() => {
    throw new Error("no database");
  });
  expect(await memberOfCookie(cookies)).toBeNull();
  select.mockRestore();
  expect(await memberOfCookie(cookies)).not.toBeNull();
});

async function signIn() {
  const member = await makeActor((await makeOrganization()).id);
  const { organizationId, memberId } = member;
  const [userId, sessionId] = [newId(), newId()];
  const expiresAt = new Date(clock.now().getTime() + 3_600_000);
  await db.insert(users).values({ id: userId, email: `${userId}@acme.test` });
  await db.insert(sessions).values({ id: sessionId, userId, organizationId, memberId, expiresAt });
  return { member, sessionId };
}
