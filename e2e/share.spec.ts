import type { BrowserContext, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { chooseNetwork } from "./support/choose-network.ts";

test.beforeEach(async ({ context }) => {
  await keepInside(context);
});

test("the first share takes three clicks: LinkedIn gets the link, the clipboard has the words", async ({
  page,
  signInAs,
}) => {
  await signInAs("employee");
  const clicks = await countClicks(page);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await page
    .getByRole("button", { name: /^Share “/ })
    .first()
    .click();
  const sheet = page.getByRole("dialog");
  const words = await sheet.getByRole("textbox", { name: "Your words" }).inputValue();
  const opened = page.waitForEvent("popup");
  await sheet.getByRole("link", { name: "Copy my words and open LinkedIn" }).click();
  const address = new URL((await opened).url());

  expect(address.origin + address.pathname).toBe("https://www.linkedin.com/sharing/share-offsite/");
  expect([...address.searchParams.keys()]).toEqual(["url"]);
  expect(address.searchParams.get("url")).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/s\/[0-9A-Za-z]{12}$/);
  await page.bringToFront();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${words}\n\n#AcmeEmployee`);
  await expect(sheet.getByText("Paste them above the link in LinkedIn")).toBeVisible();

  await sheet.getByRole("button", { name: "Yes" }).click();
  await expect(sheet.getByRole("heading", { name: "Noted, and thank you." })).toBeFocused();
  expect(words).not.toBe("");
  expect(clicks()).toBe(3);
});

test("X opens with own words and the link, and the post's address can be kept", async ({
  page,
  signInAs,
}) => {
  await signInAs("manager");
  const sheet = await openComposer(page, 1);
  await chooseNetwork(sheet, "X");
  const words = sheet.getByRole("textbox", { name: "Your words" });

  await words.fill("雨".repeat(140));
  await expect(sheet.getByText("Take 39 away to fit.")).toBeVisible();
  await expect(sheet.getByRole("button", { name: "Open X with my words" })).toBeDisabled();

  await words.fill("I stood beside that pipe & it hummed 👋");
  await expect(sheet.getByText("Sounds like you", { exact: true })).toBeVisible();
  await expect(sheet.getByText("78 of 280")).toBeVisible();
  const opened = page.waitForEvent("popup");
  await sheet.getByRole("link", { name: "Open X with my words" }).click();
  const address = new URL((await opened).url());
  expect(address.origin + address.pathname).toBe("https://x.com/intent/post");
  expect(address.searchParams.get("text")).toBe("I stood beside that pipe & it hummed 👋\n\n#AcmeEmployee");
  expect(address.searchParams.get("url")).toMatch(/\/s\/[0-9A-Za-z]{12}$/);

  await page.bringToFront();
  await sheet.getByRole("button", { name: "Yes" }).click();
  await sheet.getByRole("textbox", { name: "Address of the post" }).fill("https://x.com/ada");
  await sheet.getByRole("button", { name: "Keep" }).click();
  await expect(sheet.getByText("That is not the address of a post")).toBeVisible();
  await sheet
    .getByRole("textbox", { name: "Address of the post" })
    .fill("https://x.com/ada/status/1234567890");
  await sheet.getByRole("button", { name: "Keep" }).click();
  await expect(sheet.getByText("The address is kept with your share.")).toBeVisible();
});

test("what was shared is asked about on return, until it is answered", async ({ page, signInAs }) => {
  await signInAs("employee@globex.test");
  const sheet = await openComposer(page, 0);
  await chooseNetwork(sheet, "Elsewhere");
  await sheet.getByRole("textbox", { name: "Your words" }).fill("Worth a read.");
  await sheet.getByRole("button", { name: "Copy my words and the link" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Worth a read\.\n\n[\s\S]*\/s\/\w{12}$/,
  );
  const link = (await page.evaluate(() => navigator.clipboard.readText())).split("\n").at(-1) ?? "";
  await sheet.getByRole("button", { name: "Not yet" }).click();
  await expect(sheet).toBeHidden();

  await page.goto("/");
  const strip = page.getByRole("region", { name: "Did it go out?" });
  await strip.getByRole("button", { name: /^I did not post it/ }).click();
  await strip.getByRole("button", { name: /^Stop the link/ }).click();
  await expect(strip).toBeHidden();
  expect((await page.request.get(link, { maxRedirects: 0 })).status()).toBe(410);
});

test.describe("with the network gone", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] });

  test("nothing typed is lost, and it goes out when the network is back", async ({
    page,
    context,
    signInAs,
  }) => {
    await signInAs("curator");
    const sheet = await openComposer(page, 2);
    await chooseNetwork(sheet, "Elsewhere");
    const words = sheet.getByRole("textbox", { name: "Your words" });
    await words.fill("Written on a train.");
    const handOver = sheet.getByRole("button", { name: "Copy my words and the link" });

    await context.setOffline(true);
    await handOver.click();
    await expect(sheet.getByText("You seem to be offline.")).toBeVisible();
    await expect(words).toHaveValue("Written on a train.");
    await context.setOffline(false);
    await handOver.click();
    await sheet.getByRole("button", { name: "Yes" }).click();
    await expect(sheet.getByRole("heading", { name: "Noted, and thank you." })).toBeVisible();
  });
});

test("a sheet closed by accident opens with the same words, and a suggestion gives way to them", async ({
  page,
  signInAs,
}) => {
  await signInAs("curator");
  const sheet = await openComposer(page, 1);
  const words = sheet.getByRole("textbox", { name: "Your words" });
  await words.fill("Half a thought");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("button", { name: /^Share “/ }).nth(1)).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(words).toHaveValue("Half a thought");
  await sheet.getByRole("button", { name: "Another suggestion" }).click();
  await expect(words).not.toHaveValue("Half a thought");
  await sheet.getByRole("button", { name: "Bring my words back" }).click();
  await expect(words).toHaveValue("Half a thought");
});

test("the composer can be worked by keyboard alone and is accessible at every step", async ({
  page,
  signInAs,
}) => {
  await signInAs("manager");
  await page.goto("/");
  await page
    .getByRole("button", { name: /^Share “/ })
    .nth(3)
    .focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("radio", { name: "LinkedIn" })).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press("Tab");
  await expect(sheet.getByRole("radio", { checked: true })).toBeFocused();
  const x = sheet.getByRole("radio", { name: "X", exact: true });
  for (let presses = 0; presses < 9 && !(await x.isChecked()); presses += 1)
    await page.keyboard.press("ArrowRight");
  await expect(x).toBeChecked();
  await page.keyboard.press("Tab");
  if (await sheet.getByRole("button", { name: "More", exact: true }).isVisible())
    await page.keyboard.press("Tab");
  await expect(sheet.getByRole("textbox", { name: "Your words" })).toBeFocused();
  await page.keyboard.type("By hand. ");
  const opened = page.waitForEvent("popup");
  await sheet.getByRole("link", { name: "Open X with my words" }).focus();
  await page.keyboard.press("Enter");
  await (await opened).close();
  await expect(sheet.getByRole("heading", { name: "Thank you. Did it go out?" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(sheet.getByRole("heading", { name: "Noted, and thank you." })).toBeFocused();
  await expectAccessible(page);
});

test("nothing of the open composer hangs over the edge", async ({ page, signInAs }) => {
  await signInAs("employee@globex.test");
  const sheet = await openComposer(page, 0);
  await sheet
    .getByRole("textbox", { name: "Your words" })
    .fill(`https://${"long".repeat(60)}.test ${"Word ".repeat(80)}`);
  const { width } = page.viewportSize() ?? { width: 0 };
  const box = await sheet.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  expect(await sheet.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

async function openComposer(page: Page, place: number) {
  await page.goto("/");
  await page
    .getByRole("button", { name: /^Share “/ })
    .nth(place)
    .click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("textbox", { name: "Your words" })).toBeVisible();
  return sheet;
}

/** The networks' own pages are not asked: what matters is the address that they would get. */
async function keepInside(context: BrowserContext): Promise<void> {
  await context.route(/^https:\/\/(www\.linkedin|x)\.com\//, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>A network</title>" }),
  );
}

/** Counts what the person clicks on our pages. */
async function countClicks(page: Page): Promise<() => number> {
  let clicks = 0;
  await page.exposeFunction("countClick", () => {
    clicks += 1;
  });
  await page.addInitScript(() => {
    const count = () => (window as unknown as { countClick: () => void }).countClick();
    addEventListener("click", (event) => event.isTrusted && count(), { capture: true });
  });
  return () => clicks;
}
