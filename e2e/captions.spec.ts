import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { chooseNetwork } from "./support/choose-network.ts";

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

test.describe("of two colleagues", () => {
  test.skip(({ isMobile }) => isMobile, "two people at once are seen on a desktop");

  const title = "The pump that hums in B flat";
  const captions = [
    "I did not know that a pump can be out of tune, nor that anybody would mend that.",
    "Forty litres a second, and the whole street sleeps: ask the night shift how.",
  ];

  test("each is offered other words, and who takes the other's is told so, and when to post instead", async ({
    page,
    browser,
    context,
    server,
    signInAs,
  }) => {
    test.slow();
    await signInAs("curator");
    await writeStory(page, title, captions);
    await signInAs("admin");
    await page.goto("/desk");
    await page.getByRole("link", { name: title }).click();
    await page.getByRole("button", { name: "Approve" }).click();
    await expect(page.getByText("Approved", { exact: true }).first()).toBeVisible();
    await suggestLaterAfterOne(page);

    await signInAs("manager");
    const ones = await openComposer(page, title);
    await expect(ones.getByText("Offered because colleagues used it least")).toBeVisible();
    const offered = await ones.getByRole("textbox", { name: "Your words" }).inputValue();
    const theirs = await browser.newContext({ baseURL: server.url });
    const other = await theirs.newPage();
    await signInAs("employee", other);
    const others = await openComposer(other, title);
    const words = others.getByRole("textbox", { name: "Your words" });
    await expect(words).toHaveValue(captions.find((caption) => caption !== offered) ?? "");
    await expect(others.getByText("Much like a suggestion")).toBeVisible();

    await context.route(/^https:\/\/www\.linkedin\.com\//, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>LinkedIn</title>" }),
    );
    await chooseNetwork(ones, "LinkedIn");
    await ones.getByRole("link", { name: "Copy my words and open LinkedIn" }).click();
    await page.bringToFront();
    await ones.getByRole("button", { name: "Yes" }).click();
    await expect(ones.getByRole("heading", { name: "Noted, and thank you." })).toBeVisible();

    await other.reload();
    await openComposer(other, title);
    await chooseNetwork(others, "LinkedIn");
    await expect(
      others.getByText(/^A colleague posted this within the last hour\. More people/),
    ).toBeVisible();
    await words.fill("My uncle tunes pianos. He wants to meet whoever did this.");
    await expect(others.getByText("Sounds like you", { exact: true })).toBeVisible();
    await words.fill(`${offered} Indeed.`);
    await expect(others.getByText("Close to what a colleague posted on LinkedIn")).toBeVisible();
    await others.getByText("See the closest").click();
    await expect(others.getByRole("blockquote")).toContainText(offered);
    await expectAccessible(other);
    await theirs.close();
  });
});

async function writeStory(page: Page, title: string, captions: string[]): Promise<void> {
  await page.goto("/desk/stories/new");
  await page.getByText("Text", { exact: true }).first().click();
  await page.getByLabel("Title").fill(title);
  await page
    .getByLabel("Text", { exact: true })
    .last()
    .fill("It ran for eleven years before anybody listened.");
  for (const [index, caption] of captions.entries()) {
    await page.getByRole("button", { name: "Add a caption" }).click();
    await page.getByLabel(`Caption ${index + 1}`, { exact: true }).fill(caption);
  }
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
}

/** The organization offers a later time as soon as one colleague has posted. */
async function suggestLaterAfterOne(page: Page): Promise<void> {
  await page.goto("/admin/settings");
  await page.getByLabel("Colleagues", { exact: true }).fill("1");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
}

async function openComposer(page: Page, title: string) {
  await page.goto("/");
  await page.getByRole("button", { name: `Share “${title}”` }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("textbox", { name: "Your words" })).toBeVisible();
  return sheet;
}
