import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";

test("a story is dragged to another day and back, in a month and in a week", async ({ page, signInAs }) => {
  await signInAs("curator");
  const day = await planStory(page, "A calendar for the boiler room");
  await page.goto(`/desk/calendar?view=month&day=${day}`);
  const grid = page.getByRole("button", { name: /A calendar for the boiler room/ });
  const card = grid.first();
  await expect(card).toContainText(/10:00 Goes live, draft/);
  await expectAccessible(page);
  const { width = 0 } = (await card.boundingBox()) ?? {};
  await drag(page, card, width + 12);
  await expect(page.getByText(/^It goes live .+ at 10:00, once somebody approves it\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^It goes live .+ at 10:00, once somebody approves it\.$/)).toHaveCount(1);

  await page.getByRole("navigation", { name: "Month or week" }).getByRole("link", { name: "Week" }).click();
  await expect(page).toHaveURL(/view=week/);
  await expectAccessible(page);
  await card.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/it needs a yes before anybody sees it/)).toBeVisible();
  await dialog.getByLabel("Date and time").fill(`${day}T15:30`);
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(card).toContainText(/15:30 Goes live/);
});

test("content health says what to do next, and leads to the stories behind each number", async ({
  page,
  signInAs,
}) => {
  await signInAs("curator");
  await page.goto("/desk/stories/health");
  await expect(page.getByRole("heading", { name: "What to do next" })).toBeVisible();
  await expectAccessible(page);
  const live = page.getByRole("region", { name: "The library in numbers" }).getByRole("link").first();
  const number = await live.textContent();
  await live.click();
  await expect(page).toHaveURL(/state=live/);
  await expect(page.getByRole("status").filter({ hasText: `${number} stories` })).toBeVisible();
});

/** A draft that goes live on the Tuesday after next, at ten. */
async function planStory(page: Page, title: string): Promise<string> {
  const day = new Date(Date.now() + 14 * 86_400_000);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) + 1);
  const tuesday = day.toISOString().slice(0, 10);
  await page.goto("/desk/stories/new");
  await page.getByText("Text", { exact: true }).first().click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Text", { exact: true }).last().fill("Warmth, by the hour.");
  await page.getByLabel("Goes live").fill(`${tuesday}T10:00`);
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  return tuesday;
}

async function drag(page: Page, card: Locator, right: number): Promise<void> {
  const box = (await card.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [box.x + box.width / 2, box.y + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right / 2, y);
  await page.mouse.move(x + right, y);
  await page.mouse.up();
}
