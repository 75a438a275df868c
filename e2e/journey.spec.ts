import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { readFirstStory } from "./support/first-story.ts";

const title = "Top down, bottom up, or both?";
// isbot knows headless Chromium by its own name, and rightly does not count it.
const readersBrowser = "Mozilla/5.0 (Macintosh; Intel Mac OS X 14.6; rv:145.0) Gecko/20100101 Firefox/145.0";
/** Her colleagues share in other tests; what she earns here is hers alone. */
const linnea = "linnea.holm@acme.test";

test("a real article goes from the curator's clipboard to the manager's leaderboard", async ({
  page,
  browser,
  context,
  signInAs,
}) => {
  test.slow();
  const text = await readFirstStory();
  await signInAs("manager");
  const before = await pointsOf(page, "Linnea Holm");

  await signInAs("curator");
  await writeStory(page, text);

  await signInAs("admin");
  await page.goto("/desk");
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("Approved", { exact: true }).first()).toBeVisible();

  await context.route(/^https:\/\/www\.linkedin\.com\//, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>LinkedIn</title>" }),
  );
  await signInAs(linnea);
  const link = await shareInOwnWords(page);

  await read(browser, link, text);

  // Ten for the share, five for own words, two for the click.
  await signInAs("manager");
  await expect(async () => {
    expect(await pointsOf(page, "Linnea Holm")).toBeCloseTo(before + 17, 1);
  }).toPass({ timeout: 30_000 });
});

async function writeStory(page: Page, text: string): Promise<void> {
  await page.goto("/desk/stories/new");
  await page.getByText("Text", { exact: true }).first().click();
  await page.getByLabel("Title").fill(title);
  const body = page.getByLabel("Text", { exact: true }).last();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await body.focus();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(body).toHaveValue(text.replaceAll("\r\n", "\n"));
  await page.getByRole("button", { name: "Add a caption" }).click();
  await page.getByLabel("Caption 1", { exact: true }).fill("Who is responsible for how work feels?");
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
}

/** Answers with the short link that LinkedIn was given. */
async function shareInOwnWords(page: Page): Promise<string> {
  await page.goto("/");
  await page.getByRole("button", { name: `Share “${title}”` }).click();
  const sheet = page.getByRole("dialog");
  await sheet
    .getByRole("textbox", { name: "Your words" })
    .fill("I had always thought it was the boss's job. My grandmother, who ran a bakery, disagreed.");
  await expect(sheet.getByText("Sounds like you", { exact: true })).toBeVisible();
  const opened = page.waitForEvent("popup");
  await sheet.getByRole("link", { name: "Copy my words and open LinkedIn" }).click();
  const address = new URL((await opened).url());
  await page.bringToFront();
  await sheet.getByRole("button", { name: "Yes" }).click();
  await expect(sheet.getByRole("heading", { name: "Noted, and thank you." })).toBeVisible();
  return address.searchParams.get("url") ?? "";
}

async function read(browser: Browser, link: string, text: string): Promise<void> {
  const context = await browser.newContext({ userAgent: readersBrowser });
  const reader = await context.newPage();
  await reader.goto(link);
  await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const lastLine = text.trim().split("\n").at(-1) ?? "";
  await expect(reader.getByText(lastLine.slice(0, 60)).first()).toBeVisible();
  await context.close();
}

/** Of the manager's own team, in the last thirty days. */
async function pointsOf(page: Page, name: string): Promise<number> {
  await page.goto("/leaderboard");
  await page.getByLabel("Among whom").selectOption("Field works");
  await expect(page).toHaveURL(/team=/);
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  return Number(await row.getByRole("cell").nth(2).textContent());
}
