import { expect, expectAccessible, test } from "./fixtures.ts";

test("one's own record shows what was shared, who clicked and why there are points", async ({
  page,
  signInAs,
}) => {
  await signInAs("employee");
  await page.goto("/me");
  await expect(page.getByRole("heading", { level: 1, name: "Nora Lindqvist" })).toBeVisible();
  await expect(page.getByRole("term").filter({ hasText: "Clicks" })).toContainText("measured");
  await expect(page.getByRole("term").filter({ hasText: "Shares" })).toContainText("attested");

  await expect(page.getByRole("img", { name: /^Clicks a week from/ })).toBeVisible();
  await page.getByText("As a table").click();
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(13);

  const points = page.getByRole("region", { name: "Your points, and why" });
  await expect(points.getByRole("listitem").first()).toContainText("“");
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test("earlier points are a page away", async ({ page, signInAs }) => {
  await signInAs("employee");
  await page.goto("/me");
  const pages = page.getByRole("navigation", { name: "Pages of your points" });
  await pages.getByRole("link", { name: "Earlier" }).click();
  await expect(pages.getByText("Page 2")).toBeVisible();
  await pages.getByRole("link", { name: "Later" }).click();
  await expect(pages.getByText("Page 1")).toBeVisible();
});

test("saying that a share went out scores it, with the reason", async ({ page, signInAs }) => {
  await signInAs("employee");
  await page.goto("/me");
  const question = page.getByRole("region", { name: "Did it go out?" });
  await question.getByRole("button", { name: /^Yes/ }).click();
  await expect(question).toBeHidden();

  const points = page.getByRole("region", { name: "Your points, and why" });
  await expect(points.getByText(/^Shared “.+” on LinkedIn\.$/).first()).toBeVisible();
});

test("a post that was taken down is taken back, with its points and its link", async ({ page, signInAs }) => {
  await signInAs("jonas.brandt@acme.test");
  await page.goto("/me");
  await page.getByRole("region", { name: "What you shared" }).locator("a[href^='/shares/']").first().click();
  await page.getByRole("button", { name: "I took this post down" }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: "I took this post down" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take the share back" }).click();
  await expect(page.getByText("taken back", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "I took this post down" })).toHaveCount(0);
  await page.goto("/me");
  await expect(page.getByText(/^You took back/).first()).toBeVisible();
});

test("who has shared nothing yet is told where to begin", async ({ page, signInAs }) => {
  await signInAs("admin@globex.test");
  await page.goto("/me");
  await expect(page.getByText("Nothing shared yet")).toBeVisible();
  await expect(page.getByText("No points yet")).toBeVisible();
  await page.getByRole("link", { name: "Find a story" }).click();
  await expect(page).toHaveURL(/\/$/);
});
