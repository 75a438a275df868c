import { expect, test } from "vitest";
import { newId } from "#db/columns.ts";
import { makeActor, makeForeignActor, makeOrganization } from "#lib/test/factories.ts";
import { updateOrganization } from "./mutations.ts";
import { describeInstance, getOrganizationSettings } from "./queries.ts";
import { type OrganizationSettings, updateOrganizationInput } from "./schemas.ts";

test("an admin's settings are what every member reads, and only in this organization", async () => {
  const organization = await makeOrganization();
  const admin = await makeActor(organization.id, ["employee", "admin"]);
  const foreigner = await makeForeignActor();
  const settings = { ...fields, disclosure: "#AcmeEmployee", requiresDisclosure: true };
  await updateOrganization(admin, settings);
  expect(await getOrganizationSettings(await makeActor(organization.id))).toEqual(settings);
  expect(await getOrganizationSettings(foreigner)).toMatchObject({ name: "Globex", disclosure: "" });
});

test("a curator may not change settings, nor read how Herald runs", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["employee", "curator", "manager"]);
  await expect(updateOrganization(curator, fields)).rejects.toMatchObject({ code: "forbidden" });
  await expect(describeInstance(curator)).rejects.toMatchObject({ code: "forbidden" });
});

test("a domain lets people into one organization only", async () => {
  const domain = `${newId()}.test`;
  await makeOrganization({ emailDomains: [domain] });
  const admin = await makeActor((await makeOrganization()).id, ["admin"]);
  await expect(updateOrganization(admin, { ...fields, emailDomains: [domain] })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("a domain of everybody's mailboxes lets nobody in", async () => {
  const admin = await makeActor((await makeOrganization()).id, ["admin"]);
  const settings = { ...fields, emailDomains: ["gmail.com"] };
  await expect(updateOrganization(admin, settings)).rejects.toMatchObject({ code: "invalid" });
});

test.each([
  { name: "a colour by name", change: { accentColor: "red" }, field: "accentColor" },
  { name: "a zone that is none", change: { timeZone: "Mars/Olympus" }, field: "timeZone" },
  { name: "an address as a domain", change: { emailDomains: ["ada@acme.test"] }, field: "emailDomains" },
  { name: "a look-alike dot kept", change: { emailDomains: ["acme。test"] }, field: "emailDomains" },
  { name: "an empty required disclosure", change: { requiresDisclosure: true }, field: "disclosure" },
  { name: "a second parameter in a UTM value", change: { utmSource: "a&utm_medium=b" }, field: "utmSource" },
  { name: "less than no colleague", change: { staggerShares: -1 }, field: "staggerShares" },
  { name: "a group of four", change: { smallestGroup: 4 }, field: "smallestGroup" },
  { name: "no time between shares", change: { staggerMinutes: 0 }, field: "staggerMinutes" },
])("$name is refused", ({ change, field }) => {
  const issues = updateOrganizationInput.safeParse({ ...fields, ...change }).error?.issues ?? [];
  expect(issues.map((issue) => issue.path[0])).toEqual([field]);
});

test("domains are kept as they are compared", () => {
  const parsed = updateOrganizationInput.parse({ ...fields, emailDomains: ["@ACME.test ", "acme.test"] });
  expect(parsed.emailDomains).toEqual(["acme.test"]);
});

const fields: OrganizationSettings = {
  name: "Acme",
  accentColor: "#b4402a",
  timeZone: "Europe/Berlin",
  disclosure: "",
  requiresDisclosure: false,
  allowsSelfApproval: false,
  emailDomains: [],
  utmSource: "herald",
  utmMedium: "employee",
  utmCampaign: "",
  staggerShares: 3,
  staggerMinutes: 60,
  boardMode: "people",
  smallestGroup: 5,
  publishesMethodology: false,
  seasonMonths: 3,
};
