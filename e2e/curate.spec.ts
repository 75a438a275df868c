import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, expectAccessible } from "./fixtures.ts";
import { readFirstStory } from "./support/first-story.ts";
import { test } from "./support/with-article-site.ts";

test("a pasted address becomes a draft with the page's title, words and picture", async ({
  page,
  signInAs,
  site,
}) => {
  await signInAs("curator");
  await page.goto("/desk/stories/new");
  await paste(page, `${site.origin}/article/The roof that drinks`);

  await expect(page.getByLabel("Title")).toHaveValue("The roof that drinks");
  await expect(page.getByLabel("Summary")).toHaveValue(/Three million litres/);
  await expect(page.getByLabel("Site", { exact: true })).toHaveValue("The Meridian");
  await expect(page.getByLabel("What the image shows")).toHaveValue("A wet factory roof");
  const picture = page.getByRole("img", { name: "A wet factory roof" });
  await expect(picture).toHaveJSProperty("naturalWidth", 1_600);

  await page.getByLabel("Title").fill("The roof that drinks, and who built it");
  await page.getByRole("button", { name: "Add a caption" }).click();
  await page.getByLabel("Network of caption 1").selectOption("X");
  await page.getByLabel("Caption 1", { exact: true }).fill("💧".repeat(10));
  await expect(page.getByText("X: 59 of 280")).toBeVisible();
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Save draft" }).click();

  await expect(page).toHaveURL(/desk\?tab=draft/);
  await expect(page.getByRole("heading", { name: "The roof that drinks, and who built it" })).toBeVisible();
});

test("the form of a story can be read and used by everybody", async ({ page, signInAs }) => {
  await signInAs("curator");
  await page.goto("/desk/stories/new");
  await page.getByRole("button", { name: "Add a caption" }).click();
  await page.getByRole("radio", { name: "Some teams" }).check();
  await expectAccessible(page);
});

test("the drafts of the desk can be read and used by everybody", async ({ page, signInAs }) => {
  await signInAs("curator");
  await page.goto("/desk?tab=draft");
  await expectAccessible(page);
});

test("a page that says little about itself still makes a draft", async ({ page, signInAs, site }) => {
  await signInAs("curator");
  await page.goto("/desk/stories/new");
  await paste(page, `${site.origin}/bare`);

  await expect(page.getByLabel("Title")).toHaveValue("A page of few words");
  await expect(page.getByLabel("Summary")).toHaveValue("");
});

test.describe("addresses that cannot be read", () => {
  test.use({ expectedErrors: [/status of (422|503)/] });

  const refusals = [
    { path: "/gone", says: "There is no page at that address: the site answered 404." },
    { path: "/huge", says: "larger than 5 MB" },
    { path: "/paper", says: "not a web page: it holds application/pdf" },
    { path: "/inward", says: "leads into a private network" },
  ];
  test("each say what is wrong, and the draft can be written by hand", async ({ page, signInAs, site }) => {
    await signInAs("curator");
    await page.goto("/desk/stories/new");
    for (const { path, says } of refusals) {
      await page.getByLabel("Address").fill(site.origin + path);
      await page.getByRole("button", { name: "Read page" }).click();
      await expect(page.getByText(says)).toBeVisible();
      await expect(page.getByText("You can still write the draft by hand.")).toBeVisible();
    }
    await page.getByLabel("Title").fill("Written by hand");
    await page.getByRole("button", { name: "Save draft" }).click();

    await expect(page.getByRole("heading", { name: "Written by hand" })).toBeVisible();
  });
});

test.describe("what is no picture", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("an image story takes a picture by what it is, not by its name, and asks what it shows", async ({
    page,
    signInAs,
  }) => {
    await signInAs("curator");
    await page.goto("/desk/stories/new");
    await page.getByText("Image", { exact: true }).first().click();
    const picker = page.getByLabel("Image", { exact: true }).last();
    await picker.setInputFiles({ name: "roof.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
    await expect(page.getByText("That is not an image that we can read.")).toBeVisible();

    const buffer = await sharp({ create: { width: 90, height: 60, channels: 3, background: "#3a6b7c" } })
      .png()
      .toBuffer();
    await picker.setInputFiles({ name: "roof.txt", mimeType: "text/plain", buffer });
    await page.getByLabel("Title").fill("The roof, from above");
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page.getByText("Say what the image shows").first()).toBeVisible();
    await page.getByLabel("What the image shows").fill("A wet roof");
    await page.getByRole("button", { name: "Save draft" }).click();

    await expect(page).toHaveURL(/desk\?tab=draft/);
    await expect(page.getByRole("img", { name: "A wet roof" })).toHaveJSProperty("naturalWidth", 90);
  });
});

test.describe("without a network", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] });

  test("saving says so, keeps every word, and works once it is back", async ({ page, context, signInAs }) => {
    await signInAs("curator");
    await page.goto("/desk/stories/new");
    await page.getByText("Text", { exact: true }).first().click();
    await page.getByLabel("Title").fill("Written on a train");
    await page.getByLabel("Text", { exact: true }).last().fill("Between two tunnels.");
    await context.setOffline(true);
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page.getByText("You seem to be offline.")).toBeVisible();

    await context.setOffline(false);
    await page.reload();
    await expect(page.getByText("What you wrote here before was kept.")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue("Written on a train");
    await page.getByRole("button", { name: "Save draft" }).click();

    await expect(page.getByRole("heading", { name: "Written on a train" })).toBeVisible();
  });
});

test("a real article is pasted as a text story, whole", async ({ page, signInAs }) => {
  const text = await readFirstStory();
  await signInAs("curator");
  await page.goto("/desk/stories/new");
  await page.getByText("Text", { exact: true }).first().click();
  await page.getByLabel("Title").fill("Who is responsible for employee engagement?");
  await page.getByLabel("Text", { exact: true }).last().fill(text);
  await page.getByRole("button", { name: "Submit for review" }).click();

  await expect(page).toHaveURL(/desk\?tab=in_review/);
  const lastLine = text.trim().split("\n").at(-1) ?? "";
  await expect(page.getByText(lastLine.slice(0, 60)).first()).toBeVisible();
});

test("a text too long for a story is refused with a sentence and stay in the form", async ({
  page,
  signInAs,
}) => {
  await signInAs("curator");
  await page.goto("/desk/stories/new");
  await page.getByText("Text", { exact: true }).first().click();
  await page.getByLabel("Title").fill("Everything at once");
  await page.getByLabel("Text", { exact: true }).last().fill("word ".repeat(20_000));
  await page.getByRole("button", { name: "Save draft" }).click();

  await expect(page.getByText("50,000 characters fit").first()).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Everything at once");
});

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), encodeURI(text));
  await page.getByLabel("Address").focus();
  await page.keyboard.press("ControlOrMeta+v");
}
