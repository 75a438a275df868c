import { expect, test } from "vitest";
import { getViewer } from "#lib/members/queries.ts";
import { makeActor, makeForeignActor, makeOrganization, makeTopic } from "#lib/test/factories.ts";
import { setApprovers } from "./mutations.ts";
import { listCandidates, listTopicsWithApprovers } from "./queries.ts";

test("an admin names the approvers of a topic, of any role, and takes them away again", async () => {
  const { admin, lawyer, topicId } = await makeSettings();
  await setApprovers(admin, { topicId, memberIds: [lawyer.memberId, lawyer.memberId] });
  expect(await listTopicsWithApprovers(admin)).toMatchObject([
    { id: topicId, approvers: [{ id: lawyer.memberId, isActive: true }] },
  ]);
  expect((await getViewer(lawyer)).isApprover).toBe(true);
  await setApprovers(admin, { topicId, memberIds: [] });
  expect((await getViewer(lawyer)).isApprover).toBe(false);
});

test("nobody of another organization, and nobody suspended, can be named", async () => {
  const { admin, topicId } = await makeSettings();
  const suspended = await makeActor(admin.organizationId, ["employee"], { suspendedAt: new Date() });
  for (const { memberId } of [await makeForeignActor(), suspended])
    await expect(setApprovers(admin, { topicId, memberIds: [memberId] })).rejects.toMatchObject({
      code: "invalid",
    });
  expect((await listCandidates(admin)).map(({ id }) => id)).not.toContain(suspended.memberId);
});

test("another organization's admin does not find the topic, and a curator names nobody", async () => {
  const { admin, topicId } = await makeSettings();
  const input = { topicId, memberIds: [] };
  await expect(setApprovers(await makeForeignActor(), input)).rejects.toMatchObject({ code: "not_found" });
  const curator = await makeActor(admin.organizationId, ["curator"]);
  await expect(setApprovers(curator, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listTopicsWithApprovers(curator)).rejects.toMatchObject({ code: "forbidden" });
});

async function makeSettings() {
  const { id } = await makeOrganization();
  const admin = await makeActor(id, ["admin"]);
  return { admin, lawyer: await makeActor(id), topicId: (await makeTopic(id)).id };
}
