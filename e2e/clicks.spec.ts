import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { shareByLink } from "./support/share-by-link.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1";

test("what came of a share shows on its page: who followed the link, from where, and what was not counted", async ({
  page,
  request,
  signInAs,
}) => {
  await signInAs("employee");
  await page.clock.install();
  const link = await shareByLink(page, /fish first/i);
  await page.getByRole("dialog").getByRole("link", { name: "its own page" }).click();

  await expect(page.getByRole("heading", { level: 1, name: /fish first/i })).toBeVisible();
  await expect(page.getByRole("region", { name: "Your words" })).toContainText("#AcmeEmployee");
  await expect(page.getByText("Nobody has followed your link yet.")).toBeVisible();
  await expect(page.getByText("went out, attested")).toBeVisible();
  await page.getByRole("button", { name: "Copy link" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await expectAccessible(page);

  const visit = (userAgent: string, referer = "") =>
    request.get(link, { maxRedirects: 0, headers: { "user-agent": userAgent, ...(referer && { referer }) } });
  await visit(firefox, "https://www.linkedin.com/");
  await visit(iphone);
  await visit(firefox, "https://www.linkedin.com/");
  await visit("LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)");
  // Only the page's own requests carry the sharer's cookie.
  const headers = { "user-agent": firefox.replaceAll("145", "146") };
  await page.request.get(link, { maxRedirects: 0, headers });

  // The page reads again by itself.
  await page.clock.fastForward("00:15");
  await expect(page.getByText("times somebody followed your link")).toBeVisible();
  const clicks = page.getByRole("region", { name: "Clicks measured" });
  await expect(clicks).toContainText("2 times somebody followed your link");
  await expect(clicks).toContainText(
    "3 more hits were not counted: 1 by a bot or a preview, 1 repeat within the hour, 1 your own.",
  );
  const cameFrom = page.getByRole("table", { name: "Where readers came from" });
  await expect(cameFrom.getByRole("row", { name: "LinkedIn 1 50%" })).toBeVisible();
  await expect(cameFrom.getByRole("row", { name: "Direct or unknown 1 50%" })).toBeVisible();
  const readOn = page.getByRole("table", { name: "What they read on" });
  await expect(readOn.getByRole("row", { name: "Phone 1 50%" })).toBeVisible();
  await expect(readOn.getByRole("row", { name: "Desktop 1 50%" })).toBeVisible();

  await expect(clicks.getByRole("img", { name: /^Clicks an hour from .+: 2 together/ })).toBeVisible();
  await clicks.getByText("As a table").click();
  await expect(clicks.getByRole("table", { name: "Clicks an hour" }).getByRole("row").last()).toContainText(
    "2",
  );
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test("a chart is read by the arrow keys, column by column", async ({ page, signInAs }) => {
  await signInAs("employee");
  await page.goto("/me");
  const weeks = page.getByRole("slider", { name: "Pick a week" });
  await weeks.focus();
  await expect(weeks).toHaveAttribute("aria-valuetext", /^Week to .+: [\d,]+ clicks?$/);
  const latest = await weeks.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowLeft");
  await expect(weeks).not.toHaveAttribute("aria-valuetext", latest ?? "");
});

test("each of one's shares leads to its page", async ({ page, signInAs }) => {
  await signInAs("employee");
  await page.goto("/me");
  const latest = latestShare(page);
  const title = (await latest.textContent()) ?? "";
  await latest.click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("link", { name: "All your points, and why" }).click();
  await expect(page.getByRole("heading", { name: "Your points, and why" })).toBeVisible();
});

test.describe("somebody else's share", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("is found by nobody, whatever their role", async ({ page, signInAs }) => {
    await signInAs("employee");
    await page.goto("/me");
    const address = await latestShare(page).getAttribute("href");
    await signInAs("admin");
    await page.goto(`${address}`);
    await expect(page.getByRole("heading", { name: "This share is not here" })).toBeVisible();
    await expectAccessible(page);
  });
});

test("the desk sees a story's clicks together, and by network only where nobody stands alone", async ({
  page,
  signInAs,
}) => {
  await signInAs("curator");
  // Archived, so that nobody shares it meanwhile.
  await page.goto("/desk?tab=archived");
  await page
    .getByRole("link", { name: /a heat pump goes to sea/i })
    .first()
    .click();
  await page.getByRole("link", { name: /clicks measured from \d+ shares/ }).click();

  await expect(page.getByRole("heading", { level: 1, name: /a heat pump goes to sea/i })).toBeVisible();
  await expect(page.getByText(/^\d+ shares by \d+ people/)).toBeVisible();
  await expect(page.getByRole("table", { name: "What they read on" })).toBeVisible();
  // In the demo two people shared it to X, eleven to LinkedIn: X would be the total without LinkedIn.
  await expect(page.getByRole("table", { name: "Where it was shared" })).toHaveCount(0);
  const cameFrom = page.getByRole("table", { name: "Where readers came from" });
  await expect(cameFrom.getByRole("rowheader", { name: "LinkedIn", exact: true })).toBeVisible();
  await expect(cameFrom.getByRole("rowheader", { name: "X", exact: true })).toHaveCount(0);
  await expect(page.getByText(/each line stands for at least five people/)).toBeVisible();
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test("a colleague reads on a story how many shared it and how often it was followed", async ({
  page,
  signInAs,
}) => {
  await signInAs("employee");
  await page.goto("/");
  await page
    .getByRole("link", { name: /fish first/i })
    .first()
    .click();
  await expect(page.getByText(/^\d+ people here shared it/)).toContainText("attested");
  await expect(page.getByText(/^\d+ clicks/)).toContainText("measured");
});

const latestShare = (page: Page) =>
  page
    .getByRole("region", { name: "What you shared" })
    .getByRole("listitem")
    .first()
    .getByRole("link")
    .first();
