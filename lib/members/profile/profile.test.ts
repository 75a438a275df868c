import { expect, test } from "vitest";
import { makeActor, makeForeignActor, makeMember, makeOrganization } from "#lib/test/factories.ts";
import { updateProfile } from "./mutations.ts";
import { getProfile } from "./queries.ts";
import { updateProfileInput } from "./schemas.ts";

test("a member says how they are called and how boards show them", async () => {
  const workplace = { location: "Lyon", country: "FR" };
  const actor = await makeActor((await makeOrganization()).id, ["employee"], workplace);
  const named = { name: "Ada King", jobTitle: "Engineer", alias: "Countess" };
  const wanted = { ...named, boardName: "alias" as const, language: "fr-CA" };
  await updateProfile(actor, wanted);
  expect(await getProfile(actor)).toEqual({ profile: wanted, workplace });
});

test("an alias may not be a colleague's name or alias, but a stranger's it may", async () => {
  const organization = await makeOrganization();
  const actor = await makeActor(organization.id);
  await makeMember(organization.id, { name: "Grace Hopper", alias: "Amazing" });
  const wanted = { name: "Ada", jobTitle: "", boardName: "alias" as const, language: "" };
  for (const alias of ["grace hopper", "AMAZING"])
    await expect(updateProfile(actor, { ...wanted, alias })).rejects.toMatchObject({ code: "conflict" });
  await updateProfile(await makeForeignActor(), { ...wanted, alias: "Amazing" });
});

test("an alias on boards needs an alias", () => {
  const input = { name: "Ada", jobTitle: "", alias: " ", boardName: "alias", language: "" };
  expect(updateProfileInput.safeParse(input).error?.issues[0]?.path).toEqual(["alias"]);
});
