import { expect, test } from "vitest";
import { makeActor, makeForeignActor, makeOrganization } from "#lib/test/factories.ts";
import { changeView, removeView, saveView } from "./mutations.ts";
import { listViews } from "./queries.ts";

const makeCurator = async () => makeActor((await makeOrganization()).id, ["curator"]);

test("a view is saved, changed, renamed and removed, without what makes no sense in its filters", async () => {
  const actor = await makeCurator();
  const view = await saveView(actor, { name: "Live", search: "state=live&after=abc&odd=1" });
  expect(view).toMatchObject({ name: "Live", search: "state=live" });
  await changeView(actor, { viewId: view.id, search: "state=draft" });
  await changeView(actor, { viewId: view.id, name: "Drafts" });
  expect(await listViews(actor)).toEqual([{ id: view.id, name: "Drafts", search: "state=draft" }]);
  await removeView(actor, { viewId: view.id });
  expect(await listViews(actor)).toEqual([]);
});

test("two views have two names", async () => {
  const actor = await makeCurator();
  await saveView(actor, { name: "Live", search: "" });
  await expect(saveView(actor, { name: "Live", search: "" })).rejects.toMatchObject({ code: "conflict" });
  const other = await saveView(actor, { name: "Other", search: "" });
  await expect(changeView(actor, { viewId: other.id, name: "Live" })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("nobody sees or changes a view of somebody else's", async () => {
  const actor = await makeCurator();
  const { id: viewId } = await saveView(actor, { name: "Live", search: "" });
  for (const other of [await makeForeignActor(), await makeActor(actor.organizationId, ["curator"])]) {
    expect(await listViews(other)).toEqual([]);
    await expect(changeView(other, { viewId, name: "Mine" })).rejects.toMatchObject({ code: "not_found" });
    await expect(removeView(other, { viewId })).rejects.toMatchObject({ code: "not_found" });
  }
});

test("employees have no views", async () => {
  const employee = await makeActor((await makeOrganization()).id, ["employee", "manager"]);
  await expect(saveView(employee, { name: "x", search: "" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(listViews(employee)).rejects.toMatchObject({ code: "forbidden" });
});
