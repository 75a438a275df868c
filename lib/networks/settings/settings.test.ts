import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { makeActor, makeForeignActor, makeOrganization } from "#lib/test/factories.ts";
import { updateNetworkSettings } from "./mutations.ts";
import { getNetworkSettings } from "./queries.ts";
import { updateNetworkSettingsInput } from "./schemas.ts";

const typed = {
  network: "x",
  publishes: true,
  measures: true,
  postingCap: "25",
  readingCap: " 12.50 ",
} as const;
const parsed = updateNetworkSettingsInput.parse(typed);

test("before anybody decided, posting that costs money is off, and so are figures that do", async () => {
  const settings = await getNetworkSettings(await makeActor((await makeOrganization()).id));
  expect(settings.x).toMatchObject({ publishes: false, measures: false });
  expect(settings.mastodon).toMatchObject({ publishes: true, measures: true });
  expect(settings.linkedin).toMatchObject({ publishes: true, measures: false });
  expect(settings.email).toMatchObject({ publishes: false, measures: false });
});

test("what an admin decides holds for every member, and only in this organization", async () => {
  const organization = await makeOrganization();
  const admin = await makeActor(organization.id, ["admin"]);
  const decided = {
    network: "x",
    publishes: true,
    measures: true,
    postingCapMicros: 25_000_000,
    readingCapMicros: 12_500_000,
  };
  expect(await updateNetworkSettings(admin, parsed)).toEqual(decided);
  const settings = await getNetworkSettings(await makeActor(organization.id));
  expect(settings.x).toEqual(decided);
  expect(settings.bluesky.publishes).toBe(true);
  expect((await getNetworkSettings(await makeForeignActor())).x.publishes).toBe(false);

  const lifted = { ...typed, measures: false, postingCap: "", readingCap: "" };
  await updateNetworkSettings(admin, updateNetworkSettingsInput.parse(lifted));
  expect((await getNetworkSettings(admin)).x).toMatchObject({ postingCapMicros: null });
});

test("the audit keeps what was decided, and what held before", async () => {
  const admin = await makeActor((await makeOrganization()).id, ["admin"]);
  await updateNetworkSettings(admin, parsed);
  const [event] = await db
    .select({ data: auditEvents.data })
    .from(auditEvents)
    .where(
      and(eq(auditEvents.organizationId, admin.organizationId), eq(auditEvents.action, "network.update")),
    );
  expect(event?.data).toMatchObject({
    before: { network: "x", publishes: false },
    after: { network: "x", postingCapMicros: 25_000_000 },
  });
});

test("nobody but an admin decides", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["employee", "curator", "manager"]);
  await expect(updateNetworkSettings(curator, parsed)).rejects.toMatchObject({ code: "forbidden" });
});

test.each([
  { name: "a cap below the price of one post", change: { postingCap: "0.19" }, field: "postingCap" },
  { name: "a cap in words", change: { postingCap: "a little" }, field: "postingCap" },
  { name: "a negative budget", change: { readingCap: "-1" }, field: "readingCap" },
  { name: "reading that costs without a budget", change: { readingCap: "" }, field: "readingCap" },
  { name: "a network without accounts", change: { network: "email" }, field: "network" },
  { name: "a network that is none", change: { network: "myspace" }, field: "network" },
])("$name is refused", ({ change, field }) => {
  const issues = updateNetworkSettingsInput.safeParse({ ...typed, ...change }).error?.issues ?? [];
  expect(issues.map((issue) => issue.path[0])).toEqual([field]);
});

test("reading that costs nothing needs no budget", () => {
  const free = { ...typed, network: "mastodon", readingCap: "" };
  expect(updateNetworkSettingsInput.safeParse(free).success).toBe(true);
});
