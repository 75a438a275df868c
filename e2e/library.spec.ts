import { expect, expectAccessible, test } from "./fixtures.ts";

test("stories are searched, and what the filters say stays in the address and in a saved view", async ({
  page,
  signInAs,
}) => {
  await signInAs("curator");
  await page.goto("/desk/stories");
  const count = page.getByRole("status").filter({ hasText: /^\d+ stor/ });
  await expect(count).toHaveText(/^\d+ stories$/);
  await expectAccessible(page);

  await page.getByRole("searchbox", { name: "Search all stories" }).fill('"swimming pool in Oldenzaal"');
  await page.keyboard.press("Enter");
  await expect(count).toHaveText("1 story");
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole("link", { name: /^Why the swimming pool/ })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search all stories" }).fill("zyzzyva");
  await page.keyboard.press("Enter");
  await expect(page.getByText("No story matches")).toBeVisible();
  await page.getByRole("link", { name: "Show all stories" }).click();
  await expect(page.getByRole("searchbox", { name: "Search all stories" })).toHaveValue("");

  await page.getByLabel("State").selectOption("Rejected");
  await page.getByRole("button", { name: /^Filters/ }).click();
  await expect(page.getByLabel("From", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await expect(count).toHaveText("2 stories");
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByLabel("Name").fill("Said no to");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const views = page.getByRole("navigation", { name: "Saved views" });
  await views.getByRole("link", { name: "All stories" }).click();
  await expect(count).not.toHaveText("2 stories");
  await views.getByRole("link", { name: "Said no to" }).click();
  await expect(count).toHaveText("2 stories");

  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(views.getByRole("link", { name: "Said no to" })).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(views.getByRole("link", { name: "Said no to" })).toBeVisible();
});

test("stories are chosen by keys, archived together and brought back", async ({ page, signInAs }) => {
  await signInAs("curator");
  await page.goto("/desk/stories?state=live");
  const rows = page.getByRole("row").filter({ has: page.getByRole("rowheader") });
  const first = rows.getByRole("link").first();
  const title = (await first.textContent()) ?? "";
  await expect(page.getByText(/^j k move/)).toBeVisible();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+J");
  const chosen = page.getByRole("region", { name: "Chosen stories" });
  await expect(chosen.getByRole("status")).toHaveText("3 chosen");
  await expectAccessible(page);
  await page.keyboard.press("a");
  await expect(page.getByText("3 of 3 changed.")).toBeVisible();
  await expect(page.getByRole("link", { name: title })).toBeHidden();
  await page.keyboard.press("u");
  await expect(page.getByText("3 of 3 are as they were before.")).toBeVisible();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
});

test("many stories get a topic and an expiry, and what cannot be changed is named", async ({
  page,
  signInAs,
}) => {
  await signInAs("curator");
  await page.goto("/desk/stories?state=draft");
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  const change = page.getByLabel("Change the chosen stories");
  await change.selectOption("Set the expiry");
  const dialog = page.getByRole("dialog", { name: "Set the expiry" });
  await expect(dialog.getByRole("radio", { name: "Never" })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Date and time").fill("2031-03-01T09:00");
  await dialog.getByRole("button", { name: "Change" }).click();
  await expect(page.getByText(/^(\d+) of \1 changed\.$/)).toBeVisible();
  await expect(page.getByText("1 March 2031").first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("1 March 2031")).toHaveCount(0);

  await page.goto("/desk/stories?state=rejected");
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  await change.selectOption("Approve");
  await expect(page.getByRole("heading", { name: "Left as they were" })).toBeVisible();
});
