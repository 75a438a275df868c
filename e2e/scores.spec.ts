import { expect, expectAccessible, test } from "./fixtures.ts";

test("an admin tries other rules, sees who would rise and fall, publishes them, and everything still adds up", async ({
  page,
  signInAs,
}) => {
  await signInAs("admin");
  await page.goto("/admin/scores");
  await expect(page.getByRole("heading", { name: "The rules, version 1" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Try other rules" }).click();
  await page.getByLabel("Points for a counted click").fill("3");
  await page.getByLabel("Leave out X", { exact: true }).uncheck();
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText("X forbids paying for posts. Say why")).toBeVisible();
  await page.getByLabel("Leave out X", { exact: true }).check();
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("heading", { name: "What it would change" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Points and places under the draft" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("What changes, and why").fill("Readers count for more than posts.");
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByRole("heading", { name: "The rules, version 2" })).toBeVisible();

  await page.getByRole("link", { name: "Replay everything now" }).click();
  await expect(page.getByText("adds up", { exact: true })).toBeVisible();
  await page.getByLabel("Whose points").selectOption({ index: 1 });
  await page.getByLabel("Points", { exact: true }).fill("2.5");
  await page.getByLabel("Why", { exact: true }).fill("Their last share was lost on the way.");
  await page.getByRole("button", { name: "Correct the points" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "lost on the way" })).toBeVisible();
  await page.getByRole("link", { name: "Replay again" }).click();
  await expect(page.getByText("adds up", { exact: true })).toBeVisible();
});

test("each point opens to its fact, and the rules are there to read", async ({ page, signInAs }) => {
  await signInAs("employee");
  await page.goto("/me");
  const points = page.getByRole("region", { name: "Your points, and why" });
  await points.locator("a[href^='/me/points/']").first().click();
  await expect(page.getByRole("heading", { name: /^Your points of / })).toBeVisible();
  await page.locator("summary").first().click();
  await expect(page.getByText("Hash", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "the rules" }).click();
  await expect(page.getByRole("heading", { name: "How Acme gives points" })).toBeVisible();
  await expectAccessible(page);
});
