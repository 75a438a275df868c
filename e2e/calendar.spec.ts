import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible } from "./fixtures.ts";
import { compose, connect, postsWith } from "./support/publish.ts";
import { test } from "./support/with-networks.ts";

test("what is scheduled waits in the calendar, where it is moved, worded anew and called off", async ({
  page,
  signInAs,
  networks,
}) => {
  await signInAs("bram.de.vries@acme.test");
  const sheet = await compose(page, "LinkedIn", "Later is soon enough.");
  await connect(page, sheet, "LinkedIn", "Later Person");
  await sheet.getByRole("button", { name: "Schedule…" }).click();
  await expect(sheet.getByRole("heading", { name: "When shall it go out?" })).toBeFocused();
  await expect(sheet.getByRole("radio", { name: /^Best slot: .+ at \d\d:\d\d$/ })).toBeChecked();
  await expect(sheet.getByText(/^On the clocks of /)).toBeVisible();
  await expectAccessible(page);

  const day = nextWeek();
  await sheet.getByLabel("Date and time").fill(`${day}T10:15`);
  await sheet.getByRole("button", { name: "Schedule it" }).click();
  await expect(sheet.getByRole("heading", { name: "It is in your calendar." })).toBeVisible();
  await expect(sheet.getByText(/It goes out .+ at 10:15/)).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/me/calendar?week=${day}`);
  const entry = page.getByRole("button", { name: /^10:15 LinkedIn/ });
  await expect(entry).toBeVisible();
  await expectAccessible(page);

  await entry.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await expect(entry).toBeFocused();

  await entry.click();
  await dialog.getByRole("button", { name: "Change the time" }).click();
  await dialog.getByLabel("Date and time").fill(`${day}T11:30`);
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(dialog.getByText(/It goes out .+ at 11:30/)).toBeVisible();
  await dialog.getByRole("button", { name: "Edit the words" }).click();
  await dialog.getByRole("textbox", { name: "Your words" }).fill("Soon enough.");
  await dialog.getByRole("button", { name: "Keep these words" }).click();
  await expect(dialog.getByText("Soon enough. #AcmeEmployee")).toBeVisible();
  await expectAccessible(page);

  await dialog.getByRole("button", { name: "Cancel it" }).click();
  await dialog.getByRole("button", { name: "Do not publish it" }).click();
  await expect(page.getByRole("button", { name: /LinkedIn/ })).toBeHidden();
  await expect(page.getByText("Nothing is planned this week")).toBeVisible();
  expect(await postsWith(networks, "Soon enough")).toEqual([]);
});

test("a card is dragged to another time and moved back, and a time that has passed is refused with the reason", async ({
  page,
  signInAs,
}, { project }) => {
  test.skip(project.name === "phone", "a phone has the list, where moving is a dialog");
  await signInAs("fatou.ndiaye@acme.test");
  const sheet = await compose(page, "LinkedIn", "To be dragged.");
  await connect(page, sheet, "LinkedIn", "Dragging Person");
  await sheet.getByRole("button", { name: "Schedule…" }).click();
  const day = nextWeek();
  await sheet.getByLabel("Date and time").fill(`${day}T10:00`);
  await sheet.getByRole("button", { name: "Schedule it" }).click();
  await expect(sheet.getByRole("heading", { name: "It is in your calendar." })).toBeVisible();

  await page.goto(`/me/calendar?week=${day}`);
  const card = page.getByRole("button", { name: /LinkedIn/ });
  const { width = 0, height = 0 } = (await card.boundingBox()) ?? {};
  // A column further, and as far down as an hour and a quarter are.
  await drag(page, card, width + 4, height * 1.25);
  await expect(page.getByText(/^It goes out .+ at 11:15\.$/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^11:15 LinkedIn/ })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: /^10:00 LinkedIn/ })).toBeVisible();

  await card.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Change the time" }).click();
  await dialog.getByLabel("Date and time").evaluate((input) => input.removeAttribute("min"));
  await dialog.getByLabel("Date and time").fill("2026-01-05T10:00");
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
});

async function drag(page: Page, card: Locator, right: number, down: number): Promise<void> {
  const box = (await card.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [box.x + box.width / 2, box.y + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right / 2, y + down / 2);
  await page.mouse.move(x + right, y + down);
  await page.mouse.up();
}

/** Tuesday of next week, so that nothing of it has passed and a card can go a column further. */
function nextWeek(): string {
  const day = new Date(Date.now() + 7 * 86_400_000);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) + 1);
  return day.toISOString().slice(0, 10);
}
