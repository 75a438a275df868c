import { expect, expectAccessible, test } from "./fixtures.ts";

test("a curator weighs captions, and is told of two that are alike", async ({ page, signInAs }) => {
  await signInAs("curator");
  await page.goto("/desk/stories/new");
  await page.getByRole("button", { name: "Add a caption" }).click();
  await page
    .getByLabel("Caption 1", { exact: true })
    .fill("A factory that runs on rain and on nothing else.");
  await page.getByLabel("Weight of caption 1").selectOption("3");
  await page.getByRole("button", { name: "Duplicate caption 1" }).click();
  await expect(page.getByLabel("Weight of caption 2")).toHaveValue("3");
  await expect(page.getByText("Much like caption 1.")).toBeVisible();
  await page.getByLabel("Caption 2", { exact: true }).fill("I spent a day where the water does the work.");
  await expect(page.getByText("Much like caption 1.")).toBeHidden();
  await page.getByRole("button", { name: "Move caption 2 up" }).click();
  await expect(page.getByLabel("Caption 1", { exact: true })).toHaveValue(/^I spent a day/);
  await expectAccessible(page);
});
