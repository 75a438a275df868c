import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";

const lead = "The night the river kept four thousand homes warm";
const search = (page: Page) => page.getByRole("searchbox", { name: "Search stories" });

test("an employee finds the live stories, the newest first, and what is new since the last visit", async ({
  page,
  signInAs,
}) => {
  await signInAs("employee");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(lead);
  await expect(page.getByText(/^New since /)).toBeVisible();
  await expect(page.getByText("Suggested by Nora Lindqvist").first()).toBeVisible();
  await expect(page.getByRole("button", { name: `Share “${lead}”` })).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByText(/^New since /)).toBeVisible();
});

test("the column reads on by itself until the last story", async ({ page, signInAs }) => {
  await signInAs("employee");
  await page.goto("/");
  await expect(async () => {
    await page.getByRole("article").last().scrollIntoViewIfNeeded();
    await expect(page.getByText("That is everything for now.")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  expect(await page.getByRole("article").count()).toBeGreaterThan(10);
});

test("search and topic live in the address, and the back button undoes them", async ({ page, signInAs }) => {
  await signInAs("employee");
  await page.goto("/");
  const topics = page.getByRole("navigation", { name: "Topics" });
  await topics.getByRole("link", { name: "Careers" }).click();
  await expect(page).toHaveURL(/topic=/);
  await expect(page.getByRole("heading", { name: lead })).toBeHidden();

  await search(page).fill("weld first");
  await expect(page).toHaveURL(/q=weld/);
  await expect(page.getByRole("article")).toHaveCount(1);

  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(search(page)).toHaveValue("weld first");

  await page.goBack();
  await expect(page).not.toHaveURL(/topic=/);
  await expect(page.getByRole("heading", { name: lead })).toBeVisible();
});

test("a search that finds nothing says what to do", async ({ page, signInAs }) => {
  await signInAs("employee");
  await page.goto("/");
  await search(page).fill("100% <b>nothing</b> _ 🦊");
  await expect(page.getByText("No live story fits that")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Show all stories" }).click();
  await expect(page.getByRole("heading", { name: lead })).toBeVisible();
  await expect(search(page)).toHaveValue("");
});

test("a story is read whole on its own page", async ({ page, signInAs }) => {
  await signInAs("employee");
  await page.goto("/");
  await page.getByRole("link", { name: lead }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(lead);
  await expect(page.getByRole("button", { name: `Share “${lead}”` })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Feed" }).first().click();
  await expect(page.getByRole("heading", { name: "Worth sharing" })).toBeVisible();
});

test("by keyboard alone, the first stop skips to the content", async ({ page, signInAs, isMobile }) => {
  test.skip(isMobile, "a phone has no keyboard");
  await signInAs("employee");
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("the theme that a person chooses is kept", async ({ page, signInAs }) => {
  await signInAs("employee");
  await page.goto("/");
  await page.getByRole("button", { name: /^Account of / }).click();
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await page.reload();
  await expect(page.locator("html")).toHaveClass(/dark/);
});

test.describe("what is not there", () => {
  test.use({ expectedErrors: [/status of 40[34]/] });

  test("another organization's story gets a page that says so", async ({
    page,
    signInAs,
    browser,
    server,
  }) => {
    const elsewhere = await browser.newPage({ baseURL: server.url });
    await signInAs("employee@globex.test", elsewhere);
    await elsewhere.goto("/");
    const foreign = await elsewhere.getByRole("article").getByRole("link").first().getAttribute("href");
    await elsewhere.close();

    await signInAs("employee");
    const response = await page.goto(foreign ?? "");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "This story is not here" })).toBeVisible();
    await expectAccessible(page);
  });

  test("a room for other roles says whose it is", async ({ page, signInAs }) => {
    await signInAs("employee");
    const response = await page.goto("/desk");
    expect(response?.status()).toBe(403);
    await expect(page.getByRole("heading", { name: "This room is for curators" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Desk" })).toBeHidden();
  });
});

test.describe("without a network", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test("the feed says so, and goes on when it is back", async ({ page, context, signInAs }) => {
    await signInAs("employee");
    await page.goto("/");
    await search(page).fill("night");
    await expect(page).toHaveURL(/q=night/);
    await context.setOffline(true);
    await search(page).fill("river");
    await expect(page.getByText("You seem to be offline.")).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText("You seem to be offline.")).toBeHidden();
    await expect(page.getByRole("heading", { name: lead })).toBeVisible();
  });
});
