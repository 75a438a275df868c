import { expect, expectAccessible, test } from "./fixtures.ts";

test("an audience is made, a member's feed is looked at, and it says why they see a story or do not", async ({
  page,
  signInAs,
  browser,
  server,
}) => {
  await signInAs("curator");
  await page.goto("/desk/audiences");
  await expect(page.getByRole("heading", { name: "By the water" })).toBeVisible();
  await page.getByRole("button", { name: "New audience" }).click();
  await page.getByLabel("Name").fill("In Denmark");
  await page.getByLabel("Add a value for country").selectOption("DK");
  await expect(page.getByText(/Means \d+ members/)).toBeVisible();
  await page.getByRole("button", { name: "Make the audience" }).click();
  await expect(page.getByRole("heading", { name: "In Denmark" })).toBeVisible();
  await expectAccessible(page);

  const employee = await browser.newPage({ baseURL: server.url });
  await signInAs("employee", employee);
  const title = "Radu works where the river is darkest";
  const story = employee.getByRole("link", { name: title }).first();
  await employee.goto("/?q=Radu");
  const address = await story.getAttribute("href");
  const storyId = address?.split("/").at(-1);
  expect(storyId).toBeTruthy();
  await employee.goto("/me/settings");
  await employee.getByRole("button", { name: "Follow Safety" }).click();
  await expect(employee.getByRole("button", { name: "Unfollow Safety" })).toBeVisible();

  await page.goto(`/desk/audiences/preview?story=${storyId}`);
  await page.getByLabel("Search members").fill("Nora");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "See the feed of Nora Lindqvist" }).click();
  await expect(page.getByText("Yes: By the water means them.")).toBeVisible();
  const feed = page.getByRole("region", { name: "The feed of Nora Lindqvist" });
  await expect(feed.getByRole("listitem").first()).toContainText("The night the river kept");
  await expectAccessible(page);

  await page.getByLabel("Search members").fill("Clara");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^See the feed of Clara/ }).click();
  await expect(page.getByText(/^No: what By the water asks does not hold/)).toBeVisible();

  await employee.goto("/notices");
  await expect(employee.getByText("Inés Ferrer looked at the feed as you see it")).toBeVisible();
  await employee.close();
});
