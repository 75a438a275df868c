import { expect, expectAccessible, test } from "./fixtures.ts";

test("an admin invites somebody, who is in with their roles at the first sign-in", async ({
  page,
  browser,
  server,
  signInAs,
}) => {
  const email = `grace.hopper-${test.info().project.name}@elsewhere.test`;
  await signInAs("admin");
  await page.goto("/admin/people");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("checkbox", { name: /Curator/ }).check();
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByText(`${email} is invited.`)).toBeVisible();

  await page.getByLabel("Search people").fill(email);
  await page.getByLabel("Search people").press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: email })).toContainText("Invited");

  const theirs = await browser.newContext({ baseURL: server.url });
  const guest = await theirs.newPage();
  await signInAs(email as `${string}@${string}`, guest);
  await guest.goto("/");
  await expect(guest.getByRole("link", { name: "Desk" })).toBeVisible();
  await theirs.close();
});

test("a changed role and a suspension act on the member's next click", async ({
  page,
  browser,
  server,
  signInAs,
}) => {
  const theirs = await browser.newContext({ baseURL: server.url });
  const member = await theirs.newPage();
  await signInAs("beatriz.carvalho@acme.test", member);
  await member.goto("/");
  const desk = member.getByRole("link", { name: "Desk" });
  await expect(desk).toHaveCount(0);

  await signInAs("admin");
  await page.goto("/admin/people?q=beatriz");
  await page.getByRole("button", { name: "Edit Beatriz Carvalho" }).click();
  await page.getByRole("checkbox", { name: /Curator/ }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Beatriz Carvalho is up to date.")).toBeVisible();
  await member.reload();
  await expect(desk).toBeVisible();

  await page.getByRole("button", { name: "Edit Beatriz Carvalho" }).click();
  await page.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByText("Beatriz Carvalho is suspended, and out.")).toBeVisible();
  await member.getByRole("link", { name: "Leaderboard" }).click();
  await expect(member).toHaveURL(/\/sign-in/);

  await page.getByRole("button", { name: "Edit Beatriz Carvalho" }).click();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("Beatriz Carvalho is back.")).toBeVisible();
  await page.getByRole("button", { name: "Edit Beatriz Carvalho" }).click();
  await page.getByRole("checkbox", { name: /Curator/ }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: "Beatriz Carvalho" });
  await expect(row).toBeVisible();
  await expect(row.getByText("curator")).toHaveCount(0);
  await theirs.close();
});

test("the last admin cannot give the role away, and is told what to do", async ({ page, signInAs }) => {
  await signInAs("admin@globex.test");
  await page.goto("/admin/people");
  await page
    .getByRole("listitem")
    .filter({ hasText: "(you)" })
    .getByRole("button", { name: /^Edit/ })
    .click();
  await page.getByRole("checkbox", { name: /Admin/ }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Somebody must stay admin. Make another person admin first.")).toBeVisible();
});

test("settings are saved together, and a wrong one is said at its field with nothing lost", async ({
  page,
  signInAs,
}) => {
  await signInAs("admin@globex.test");
  await page.goto("/admin/settings");
  await expectAccessible(page);
  await page.getByLabel("Disclosure").fill("");
  await page.getByRole("checkbox", { name: "Every share must carry it" }).check();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Write the disclosure that every share must carry.")).toBeVisible();
  await page.getByLabel("Disclosure").fill("#GlobexEmployee");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Disclosure")).toHaveValue("#GlobexEmployee");
  await expect(page.getByRole("heading", { name: "How this Herald runs" })).toBeVisible();
});

test.describe("without a network", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test("what was typed stays, and is saved once the network is back", async ({ page, context, signInAs }) => {
    await signInAs("admin@globex.test");
    await page.goto("/admin/settings");
    const name = `Tariffs ${test.info().project.name}`;
    await page.getByLabel("New topic").fill(name);
    await context.setOffline(true);
    await page.getByLabel("New topic").press("Enter");
    await expect(page.getByText("You seem to be offline.")).toBeVisible();
    await expect(page.getByLabel("New topic")).toHaveValue(name);
    await context.setOffline(false);
    await page.getByLabel("New topic").press("Enter");
    await expect(page.getByRole("listitem").filter({ hasText: new RegExp(`^${name}$`) })).toBeVisible();
  });
});

test("the audit tells in words what was done", async ({ page, signInAs }) => {
  await signInAs("admin");
  await page.goto("/admin/audit");
  await expect(page.getByRole("listitem").filter({ hasText: "signed in" }).first()).toBeVisible();
  await expectAccessible(page);
});

test.describe("somebody without the admin's role", () => {
  test.use({ expectedErrors: [/status of 403/] });

  test("does not get into the admin's rooms", async ({ page, signInAs }) => {
    await signInAs("curator");
    for (const path of ["/admin/people", "/admin/settings", "/admin/audit"])
      expect((await page.goto(path))?.status()).toBe(403);
  });
});

test("a member chooses how boards show them", async ({ page, signInAs }) => {
  await signInAs("employee@globex.test");
  await page.goto("/me/settings");
  await expectAccessible(page);
  await page.getByRole("radio", { name: "By an alias" }).check();
  await page.getByLabel("Your alias").fill("Night Owl");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Your alias")).toHaveValue("Night Owl");
});
