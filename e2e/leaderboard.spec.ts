import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { chooseNetwork } from "./support/choose-network.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

test("a share and a reader's click move the sharer on a board that is already open", async ({
  page,
  browser,
  request,
  signInAs,
}) => {
  await signInAs("manager");
  await page.goto("/leaderboard?window=all");
  const row = page.getByRole("row", { name: /Nora Lindqvist/ });
  const before = await readPoints(row);

  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const employee = await context.newPage();
  await signInAs("employee", employee);
  const link = await shareLastStory(employee);
  await expect.poll(() => readPoints(row), { timeout: 20_000 }).toBeGreaterThanOrEqual(before + 10);

  const shared = await readPoints(row);
  // Somebody who is not signed in: the sharer's own click would not count.
  await request.get(link, { maxRedirects: 0, headers: { "user-agent": firefox } });
  await expect.poll(() => readPoints(row), { timeout: 30_000 }).toBeCloseTo(shared + 2, 1);
  await context.close();
});

test("one's own row stays in sight, and the page is never wider than the screen", async ({
  page,
  signInAs,
}) => {
  await signInAs("curator");
  await page.goto("/leaderboard");
  const own = page.getByRole("row", { name: /You/ });
  await expect(own).toBeInViewport();
  await page.getByRole("row").last().scrollIntoViewIfNeeded();
  await expect(own).toBeInViewport();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("people and teams, seven days to all time, each at an address of its own", async ({
  page,
  signInAs,
}) => {
  await signInAs("employee");
  await page.goto("/leaderboard");
  await expect(page.getByRole("table", { name: "People by points in the last 30 days" })).toBeVisible();

  await page.getByRole("link", { name: "All time" }).click();
  await expect(page.getByRole("table", { name: "People by points in all time" })).toBeVisible();
  await page.getByRole("link", { name: "Teams" }).click();
  await expect(page).toHaveURL(/view=teams&window=all/);
  await expect(page.getByRole("table", { name: "Teams by points in all time" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Your team/ })).toBeVisible();
  await expect(page.getByText("Teams of fewer than 5 are not shown.")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test.describe("a team's people", () => {
  test.use({ expectedErrors: [/status of 403/] });

  test("are shown to the manager, and refused to an employee", async ({ page, signInAs }) => {
    await signInAs("manager");
    await page.goto("/leaderboard?window=all");
    const everybody = await page.getByRole("row").count();
    await page.getByRole("combobox", { name: "Among whom" }).selectOption({ index: 1 });
    await expect(page).toHaveURL(/team=/);
    await expect(page.getByText("Who goes by an alias is left out")).toBeVisible();
    expect(await page.getByRole("row").count()).toBeLessThan(everybody);
    const address = page.url();

    await page.context().clearCookies();
    await signInAs("employee");
    await page.goto("/leaderboard");
    await expect(page.getByRole("heading", { level: 1, name: "Leaderboard" })).toBeVisible();
    const groups = page.getByRole("combobox", { name: "Among whom" });
    await expect(groups.getByRole("group", { name: "Teams you manage" })).toHaveCount(0);
    expect((await page.goto(address))?.status()).toBe(403);
  });
});

test("people are placed among those who do the same, in the running season, and the season has a page", async ({
  page,
  signInAs,
}) => {
  await signInAs("employee");
  await page.goto("/leaderboard?window=season");
  const everybody = await page.getByRole("row").count();
  await page.getByRole("combobox", { name: "Among whom" }).selectOption("Field and service");
  await expect(page).toHaveURL(/group=function/);
  await expect(page.getByText("left out of a single group")).toBeVisible();
  await expect.poll(() => page.getByRole("row").count()).toBeLessThan(everybody);
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: "Seasons" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Seasons" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /Running/ }).click();
  await expect(page).toHaveURL(/leaderboard\?window=season/);
});

test("an admin closes a season that is over, with words that everybody reads", async ({ page, signInAs }, {
  project,
}) => {
  test.skip(project.name === "phone", "a season is closed once");
  await signInAs("admin");
  await page.goto("/leaderboard");
  await page.getByRole("link", { name: "Seasons" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Seasons" })).toBeVisible();
  // The demo's history is twelve weeks long: in a quarter's last days it does not reach the quarter before.
  const ended = page.getByRole("link", { name: /To be closed/ });
  test.skip(isLateInQuarter(new Date()), "the demo has no season that has ended");
  await ended.click();
  await page.getByLabel("Closing words").fill("What a summer: thank you all.");
  await page.getByRole("button", { name: /^Close .* for good$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^How .* ended$/ })).toBeVisible();
  await expectAccessible(page);

  await signInAs("employee");
  await page.goto("/leaderboard");
  await page.getByRole("link", { name: "how it ended" }).click();
  await expect(page.getByText("What a summer: thank you all.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Together" })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test.describe("a board as a file", () => {
  test("is for managers, who are named to those on it", async ({ page, signInAs }) => {
    await signInAs("manager");
    await page.goto("/leaderboard?window=all");
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as CSV" }).click();
    expect((await downloading).suggestedFilename()).toBe("leaderboard.csv");
    await signInAs("employee");
    await page.goto("/leaderboard");
    await expect(page.getByRole("link", { name: "Download as CSV" })).toHaveCount(0);
    await page.goto("/me");
    await expect(page.getByText("Tomasz Wójcik downloaded a board that you are on").first()).toBeVisible();
  });
});

const isLateInQuarter = (now: Date): boolean => {
  const begin = Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3, 1);
  return now.getTime() - begin > 75 * 86_400_000;
};

const readPoints = async (row: Locator): Promise<number> =>
  Number(((await row.getByRole("cell").nth(2).textContent()) ?? "").replaceAll(",", ""));

async function expectNoSidewaysScroll(page: Page) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
}

/** Shares by copying the link, says that it went out, and gives the link. */
async function shareLastStory(page: Page): Promise<string> {
  await page.goto("/");
  await page
    .getByRole("button", { name: /^Share “/ })
    .last()
    .click();
  const sheet = page.getByRole("dialog");
  await chooseNetwork(sheet, "Elsewhere");
  await sheet.getByRole("button", { name: "Copy the link alone" }).click();
  await sheet.getByRole("button", { name: "Yes" }).click();
  await expect(sheet.getByRole("heading", { name: "Noted, and thank you." })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}
