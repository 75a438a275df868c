import { Agent } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { closeDatabase, useConnection } from "#db/client.ts";
import { openPostgres } from "#db/postgres.ts";
import { memberActor } from "#lib/auth/actor.ts";
import { archiveStory } from "#lib/reviews/mutations.ts";
import { declineShare } from "#lib/shares/answers/mutations.ts";
import { freePort } from "#lib/test/free-port.ts";
import {
  type HeraldServer,
  type HeraldSettings,
  liveCodes,
  queryHerald,
  startHerald,
} from "#lib/test/herald-server.ts";
import { makeDemo } from "./support/database.ts";
import { visit } from "./support/readers.ts";
import { startRoundRobin } from "./support/round-robin.ts";

const serverUrl = process.env.TEST_DATABASE_URL;
const needsServer = "needs TEST_DATABASE_URL: an embedded database has one opener at most";
const role = z.enum(["employee", "curator", "manager", "admin"]);
let settings: HeraldSettings;
let heralds: HeraldServer[];

if (serverUrl)
  beforeAll(async () => {
    const demo = await makeDemo(serverUrl);
    settings = demo.settings;
    useConnection(openPostgres(settings.DATABASE_URL ?? ""));
    heralds = [settings.PORT, String(await freePort())].map((PORT) => startHerald({ ...settings, PORT }));
    await Promise.all(heralds.map((herald) => herald.answers("/readyz", 200)));
    return async () => {
      await Promise.all(heralds.map((herald) => herald.end()));
      await closeDatabase();
      await demo.remove();
    };
  });

test("two processes store what they redirect, and count each visitor once between them", async ({ skip }) => {
  skip(!serverUrl, needsServer);
  const balancer = await startRoundRobin(
    await freePort(),
    heralds.map(({ origin }) => origin),
  );
  onTestFinished(balancer.close);
  const codes = (await liveCodes(settings)).slice(0, 3);
  const agent = new Agent({ keepAlive: true, maxSockets: 48 });
  onTestFinished(() => agent.destroy());
  const visitors = Array.from({ length: 60 }, (_, index) => `10.1.0.${index + 1}`);
  const visits = visitors.flatMap((ip) =>
    codes.flatMap((code) => Array<[string, string]>(8).fill([code, ip])),
  );

  const answers = await Promise.all(
    visits.map(([code, ip]) => visit(balancer.origin, { code, ip, referrerHost: "two.test" }, agent)),
  );
  const [stored] = await queryHerald(
    settings,
    `select count(*) as hits, count(distinct visitor) as visitors, count(*) filter (where counted) as counted,
      count(distinct (link_id, visitor, hour)) as countable
      from clicks where referrer_host = 'two.test'`,
    z.object({
      hits: z.coerce.number(),
      visitors: z.coerce.number(),
      counted: z.coerce.number(),
      countable: z.coerce.number(),
    }),
  );

  expect(answers.filter((status) => status === 302)).toHaveLength(visits.length);
  expect(stored?.hits).toBe(visits.length);
  expect(stored?.visitors).toBe(visitors.length);
  expect(stored?.counted).toBe(stored?.countable);
});

test("a link that is withdrawn stops in both processes within a second", async ({ skip }) => {
  skip(!serverUrl, needsServer);
  const [live] = await liveCodes(settings);
  const archived = await findShare(`links.code = '${live}'`);
  const declined = await findShare(`shares.state = 'intended' and shares.handed_over_at is not null
    and stories.state = 'approved' and (stories.expires_at is null or stories.expires_at > now())`);
  const statuses = (code: string) =>
    Promise.all(
      heralds.map(({ origin }) => visit(origin, { code, ip: "10.2.0.1", referrerHost: "withdrawn.test" })),
    );
  for (const { code } of [archived, declined]) expect(await statuses(code)).toEqual([302, 302]);

  const { organizationId, storyId, version } = archived;
  const [curator] = await queryHerald(
    settings,
    `select id, organization_id as "organizationId", to_json(roles) as roles from members
      where organization_id = '${organizationId}' and 'curator' = any(roles) limit 1`,
    z.object({ id: z.string(), organizationId: z.string(), roles: z.array(role) }),
  );
  if (!curator) throw new Error("The demo has no curator.");
  await archiveStory(memberActor(curator), { storyId, version, reason: "" });
  await declineShare(
    memberActor({ id: declined.memberId, organizationId: declined.organizationId, roles: ["employee"] }),
    { shareId: declined.shareId },
  );
  await wait(1000);
  for (const { code } of [archived, declined]) expect(await statuses(code)).toEqual([410, 410]);
});

async function findShare(condition: string) {
  const [share] = await queryHerald(
    settings,
    `select links.code, shares.id as "shareId", shares.organization_id as "organizationId",
        shares.member_id as "memberId", stories.id as "storyId", stories.version
      from links
      join shares on shares.organization_id = links.organization_id and shares.id = links.share_id
      join stories on stories.organization_id = shares.organization_id and stories.id = shares.story_id
      where ${condition} limit 1`,
    z.object({
      code: z.string(),
      shareId: z.string(),
      organizationId: z.string(),
      memberId: z.string(),
      storyId: z.string(),
      version: z.number(),
    }),
  );
  if (!share) throw new Error("The demo has no such share.");
  return share;
}
