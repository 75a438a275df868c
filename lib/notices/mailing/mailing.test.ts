import { once } from "node:events";
import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { notices } from "#db/schema/notices.ts";
import { type SystemActor, systemActor } from "#lib/auth/actor.ts";
import { env } from "#lib/env.ts";
import { makeMember, makeOrganization } from "#lib/test/factories.ts";
import { notify } from "../mutations.ts";
import { mailNotices } from "./mutations.ts";
import { listOrganizationsToMail } from "./queries.ts";

let server: SMTPServer | undefined;
afterEach(() => {
  Object.assign(env, { SMTP_URL: undefined });
  server?.close();
});

test("a notice is mailed once, also by two workers at once, with a link to where it leads", async () => {
  const { job } = await makeNotice();
  const mails = await serveMail();
  expect(await listOrganizationsToMail()).toContain(job.organizationId);
  await Promise.all([mailNotices(job), mailNotices(job)]);
  await mailNotices(job);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain("Herald cannot publish to your LinkedIn account any more");
  expect(mails[0]).toContain("http://herald.test/me/connections");
  expect(await listOrganizationsToMail()).not.toContain(job.organizationId);
});

test("a server that has no time is asked again, and one that refuses the mail is not", async () => {
  const { job } = await makeNotice();
  await serveMail({ refusing: [450] });
  await expect(mailNotices(job)).rejects.toThrow("did not take every notice");
  expect(await listOrganizationsToMail()).toContain(job.organizationId);
  server?.close();
  const mails = await serveMail({ refusing: [550] });
  expect(await mailNotices(job)).toBe(true);
  expect(await listOrganizationsToMail()).not.toContain(job.organizationId);
  expect(mails).toEqual([]);
});

test("what was read, what is old and what is for somebody suspended is not mailed", async () => {
  const read = await makeNotice();
  await db.update(notices).set({ readAt: new Date() }).where(eq(notices.memberId, read.memberId));
  const old = await makeNotice();
  const lastWeek = new Date(Date.now() - 7 * 86_400_000);
  await db.update(notices).set({ createdAt: lastWeek }).where(eq(notices.memberId, old.memberId));
  const suspended = await makeNotice();
  await db.update(members).set({ suspendedAt: new Date() }).where(eq(members.id, suspended.memberId));
  const mails = await serveMail();
  for (const { job } of [read, old, suspended]) await mailNotices(job);
  expect(mails).toEqual([]);
});

test("without a mail server nobody waits for mail", async () => {
  const { job } = await makeNotice();
  expect(await listOrganizationsToMail()).not.toContain(job.organizationId);
});

/** Made before there is a mail server, so that no job is asked for: the test is the job. */
async function makeNotice(): Promise<{ memberId: string; job: SystemActor }> {
  const { id: organizationId } = await makeOrganization();
  const { id: memberId } = await makeMember(organizationId);
  const job = systemActor(organizationId, "mail");
  const data = { network: "linkedin", reason: "expired" } as const;
  await notify(db, job, { memberId, kind: "connection.ended", data, onceKey: "one" });
  return { memberId, job };
}

/** A mail server that answers with `refusing`, one after the other, and then takes what comes. */
async function serveMail({ refusing = [] as number[] } = {}): Promise<string[]> {
  const mails: string[] = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: async (stream, _session, done) => {
      const mail = (await stream.toArray()).join("").replace(/=\r\n/g, "");
      const responseCode = refusing.shift();
      if (responseCode) return done(Object.assign(new Error("no"), { responseCode }));
      mails.push(mail);
      done();
    },
  });
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const bound = listener.address();
  env.SMTP_URL = `smtp://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
  return mails;
}
