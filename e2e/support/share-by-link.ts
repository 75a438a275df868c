import { expect, type Page } from "@playwright/test";
import { chooseNetwork } from "./choose-network.ts";

/** Shares a story by copying its link alone, and answers whether it went out. */
export async function shareByLink(
  page: Page,
  story: RegExp,
  answer: "Yes" | "I did not post it" = "Yes",
): Promise<string> {
  await page.goto("/");
  await page.getByRole("button", { name: story }).click();
  const sheet = page.getByRole("dialog");
  await chooseNetwork(sheet, "Elsewhere");
  await sheet.getByRole("button", { name: "Copy the link alone" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await sheet.getByRole("button", { name: answer }).click();
  if (answer === "Yes") {
    await expect(sheet.getByRole("heading", { name: "Noted, and thank you." })).toBeVisible();
  } else {
    await sheet.getByRole("button", { name: "Stop the link" }).click();
    await expect(sheet).toBeHidden();
  }
  return link;
}
