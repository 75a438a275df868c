import type { Page } from "@playwright/test";
import { expect, expectAccessible } from "./fixtures.ts";
import type { ArticleSite } from "./support/article-site.ts";
import { test } from "./support/with-article-site.ts";

test("a curator submits, cannot approve it, and an admin does: employees see it", async ({
  page,
  signInAs,
}) => {
  await signInAs("curator");
  await writeStory(page, "How the night shift keeps warm");
  await expect(page.getByText("so somebody else has to decide on it")).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve" })).toBeHidden();

  await signInAs("admin");
  await openFromQueue(page, "How the night shift keeps warm");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("Approved", { exact: true }).first()).toBeVisible();

  await signInAs("employee");
  await page.goto("/");
  await expect(page.getByRole("link", { name: "How the night shift keeps warm" }).first()).toBeVisible();
});

test("asking for changes takes a reason, which stays in the history", async ({ page, signInAs }) => {
  await signInAs("curator");
  await writeStory(page, "A pump older than its engineer");

  await signInAs("admin");
  await openFromQueue(page, "A pump older than its engineer");
  await page.getByRole("button", { name: "Ask for changes" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask for changes" });
  await dialog.getByRole("button", { name: "Ask for changes" }).click();
  await expect(dialog.getByText("Say why, so that the author knows what to do.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Reason").fill("Which pump? Name the station.");
  await dialog.getByRole("button", { name: "Ask for changes" }).click();
  await expect(page.getByText("Sent back with your reason")).toBeVisible();

  await signInAs("curator");
  await page.goto("/desk?tab=changes_requested");
  await page.getByRole("link", { name: /A pump older/ }).click();
  await expect(page.getByText("“Which pump? Name the station.”")).toBeVisible();
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByText("Submitted for review")).toBeVisible();
});

test("of two who decide on the same story the second is told who was faster", async ({
  page,
  browser,
  signInAs,
  baseURL,
  site,
}) => {
  await signInAs("employee");
  await suggest(page, site, "The bridge that hums");
  await signInAs("curator");
  await openFromQueue(page, "The bridge that hums");

  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const otherPage = await other.newPage();
  await signInAs("admin", otherPage);
  await openFromQueue(otherPage, "The bridge that hums");
  await otherPage.getByRole("button", { name: "Approve" }).click();
  await expect(otherPage.getByText("Approved", { exact: true }).first()).toBeVisible();
  await other.close();

  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText(/approved this story before you/)).toBeVisible();
});

test("archiving can be undone", async ({ page, signInAs }) => {
  await signInAs("curator");
  await page.goto("/desk?tab=approved");
  await page.getByRole("navigation", { name: "Stories in this queue" }).getByRole("link").first().click();
  await page.getByRole("button", { name: "Archive" }).click();
  await page.getByRole("button", { name: "Undo" }).click();

  await expect(page.getByText("Restored", { exact: true })).toBeVisible();
});

test.describe("employees", () => {
  test.use({ expectedErrors: [/status of 403/] });

  test("have no desk", async ({ page, signInAs }) => {
    await signInAs("employee");
    const response = await page.goto("/desk");

    expect(response?.status()).toBe(403);
  });
});

test.describe("by keyboard", () => {
  test.skip(({ isMobile }) => isMobile, "a phone has no keys");

  test("the queue is read and decided without a mouse", async ({ page, signInAs, site }) => {
    await signInAs("employee");
    await suggest(page, site, "First by key");
    await suggest(page, site, "Second by key");
    await signInAs("curator");
    await openFromQueue(page, "First by key");

    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys of the desk" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await expect(page.getByRole("heading", { name: "Second by key" })).toBeVisible();
    await page.keyboard.press("k");
    await expect(page.getByRole("heading", { name: "First by key" })).toBeVisible();
    await page.keyboard.press("x");
    await page.getByLabel("Reason").fill("Not ours to tell.");
    await page.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
    await expect(page.getByRole("heading", { name: "Second by key" })).toBeVisible();
    await page.keyboard.press("a");
    await expect(page.getByText("Approved", { exact: true }).first()).toBeVisible();
  });
});

test.describe("on a wide screen", () => {
  test.skip(({ isMobile }) => isMobile, "a phone shows the queue or a story, never both");

  test("nothing can be decided while the next story is on its way", async ({ page, signInAs }) => {
    await signInAs("admin");
    await page.goto("/desk");
    const approve = page.getByRole("button", { name: "Approve" });
    await expect(approve).toBeEnabled();

    let deliver = () => {};
    const held = new Promise<void>((resolve) => {
      deliver = resolve;
    });
    await page.route(/\/desk\?.*story=/, async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole("navigation", { name: "Stories in this queue" }).getByRole("link").last().click();
    await expect(approve).toBeDisabled();
    deliver();
    await expect(approve).toBeEnabled();
  });
});

test.describe("with more than one reader", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("somebody outside reads by a link, says what should change, sees what changed, and is shut out again", async ({
    page,
    browser,
    baseURL,
    signInAs,
  }) => {
    await signInAs("curator");
    await writeStory(page, "The pump that sang");
    await expect(page.getByText("Submitted for review")).toBeHidden();
    await page.getByRole("button", { name: "Ask somebody outside" }).click();
    const dialog = page.getByRole("dialog", { name: "Ask somebody outside" });
    await dialog.getByLabel("Name").fill("Dr Adjei");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Make the link" }).click();
    const link = await dialog.getByRole("textbox", { name: "Link", exact: true }).inputValue();
    await page.keyboard.press("Escape");

    const outside = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
    const path = new URL(link).pathname;
    await outside.goto(path);
    await expect(outside.getByText("It began with a thermos")).toBeVisible();
    await expectAccessible(outside);
    await outside.getByRole("radio", { name: "Something should change" }).check();
    await outside.getByRole("button", { name: "Send" }).click();
    await expect(outside.getByText("Say what should change, so that they can do it.")).toBeVisible();
    await outside.getByLabel("What should change, and why?").fill("It was two bad ideas.");
    await outside.getByRole("button", { name: "Send" }).click();
    await expect(outside.getByRole("heading", { name: "Thank you" })).toBeVisible();
    await outside.getByLabel("Write a comment").fill("Which thermos?");
    await outside.getByRole("button", { name: "Comment" }).click();
    await expect(outside.getByRole("listitem").filter({ hasText: "Which thermos?" })).toBeVisible();

    await page.reload();
    await expect(page.getByText("“It was two bad ideas.”").first()).toBeVisible();
    await expect(page.getByText("Which thermos?")).toBeVisible();
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByLabel("Text", { exact: true }).last().fill("It began with a thermos and two bad ideas.");
    await page.getByRole("button", { name: /^Save/ }).first().click();
    await expect(page.getByRole("heading", { name: "What changed since you last looked" })).toBeVisible();
    await expectAccessible(page);
    await outside.reload();
    await expect(outside.getByRole("heading", { name: "What changed since you looked last" })).toBeVisible();
    await expectAccessible(outside);

    await page.getByRole("button", { name: "Take the link back from Dr Adjei" }).click();
    await expect(page.getByRole("button", { name: "Take the link back from Dr Adjei" })).toBeHidden();
    expect((await outside.goto(path))?.status()).toBe(404);
    await outside.context().close();
  });

  test("a story about a topic with approvers goes out only once one of them has said yes", async ({
    page,
    signInAs,
  }) => {
    await signInAs("curator");
    await writeStory(page, "What a tariff is", "Policy and prices");
    await signInAs("admin");
    await openFromQueue(page, "What a tariff is");
    await page.getByRole("button", { name: "Approve" }).click();
    await openFromQueue(page, "What a tariff is");
    await expect(page.getByText(/You have said yes\..+Nadia Rahman/)).toBeVisible();

    await signInAs("nadia.rahman@acme.test");
    await page.goto("/reviews");
    await expectAccessible(page);
    await page.getByRole("link", { name: /What a tariff is/ }).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Approve" }).click();
    await expect(page.getByText("Approved", { exact: true }).first()).toBeVisible();
  });
});

async function writeStory(page: Page, title: string, topic?: string): Promise<void> {
  await page.goto("/desk/stories/new");
  await page.getByText("Text", { exact: true }).first().click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Text", { exact: true }).last().fill("It began with a thermos and a bad idea.");
  if (topic) await page.getByRole("checkbox", { name: topic }).check();
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page).toHaveURL(/desk\?tab=in_review/);
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
}

async function suggest(page: Page, site: ArticleSite, title: string): Promise<void> {
  await page.goto("/suggest");
  await page.getByLabel("Link").fill(encodeURI(`${site.origin}/article/${title}`));
  await page.getByLabel("Why is it worth sharing?").fill("Worth a minute.");
  await expect(page.getByText(/Three million litres/)).toBeVisible();
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page.getByLabel("Link")).toHaveValue("");
}

async function openFromQueue(page: Page, title: string): Promise<void> {
  await page.goto("/desk");
  await page.getByRole("link", { name: new RegExp(title) }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
}
