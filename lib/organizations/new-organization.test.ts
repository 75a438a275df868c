import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { createOrganization } from "./mutations.ts";
import { newOrganizationInput, slugOf } from "./new-organization.ts";

test.each([
  { name: "Acme", slug: "acme" },
  { name: " Grüne Städte & Co. ", slug: "grune-stadte-co" },
  { name: "水", slug: "organization" },
])("$name is addressed as $slug", ({ name, slug }) => {
  expect(slugOf(name)).toBe(slug);
});

test("the operator makes an organization whose first admin is invited, once", async () => {
  const name = `Acme ${newId()}`;
  const input = newOrganizationInput.parse({ name, admin: "Ada@Acme.test" });
  await createOrganization(input);

  const [admin] = await db
    .select({ email: members.email, roles: members.roles, joinedAt: members.joinedAt })
    .from(members)
    .innerJoin(
      organizations,
      and(eq(organizations.id, members.organizationId), eq(organizations.name, name)),
    );
  expect(admin).toEqual({ email: "ada@acme.test", roles: ["employee", "curator", "admin"], joinedAt: null });
  await expect(createOrganization(input)).rejects.toMatchObject({ code: "conflict" });
});

test("what is missing is named", () => {
  const failure = newOrganizationInput.safeParse({ admin: "ada" }).error;
  expect(failure?.issues.map((issue) => issue.message)).toEqual([
    "--name is missing: the organization's name.",
    "--admin: ada is not an e-mail address.",
  ]);
});
