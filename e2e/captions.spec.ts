import type { Page } from "@playwright/test";
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

test("two colleagues are offered different captions, and who copies the other's is told so", async ({
  page,
  browser,
  server,
  signInAs,
}) => {
  await signInAs("manager");
  const first = await openFirstWeld(page);
  await expect(first.getByText(/^Offered because/)).toBeVisible();
  const taken = await first.getByRole("textbox", { name: "Your words" }).inputValue();

  const context = await browser.newContext({ baseURL: server.url });
  const other = await context.newPage();
  await signInAs("curator", other);
  const second = await openFirstWeld(other);
  const words = second.getByRole("textbox", { name: "Your words" });
  await expect(words).not.toHaveValue(taken);

  await first.getByRole("radio", { name: "Elsewhere" }).check({ force: true });
  const copied = await first.getByRole("textbox", { name: "Your words" }).inputValue();
  await first.getByRole("button", { name: "Copy my words and the link" }).click();
  await first.getByRole("button", { name: "Yes" }).click();
  await expect(first.getByRole("heading", { name: "Noted, and thank you." })).toBeVisible();

  await second.getByRole("radio", { name: "Elsewhere" }).check({ force: true });
  await words.fill("I stood beside her that day and held the lamp.");
  await expect(second.getByText("Sounds like you")).toBeVisible();
  await expect(async () => {
    await words.fill(`${copied} `);
    await expect(second.getByText(/^Close to what/)).toBeVisible({ timeout: 2_500 });
    await words.fill("I held the lamp.");
  }).toPass();
  await words.fill(`${copied} Indeed`);
  await second.getByText("See the closest").click();
  await expect(second.getByRole("blockquote")).toContainText(copied.slice(0, 30));
  await expectAccessible(other);
  await context.close();
});

async function openFirstWeld(page: Page) {
  await page.goto("/");
  await page.getByRole("button", { name: "Share “Linnea's first weld that counted”" }).click();
  return page.getByRole("dialog");
}
