import sharp from "sharp";
import { expect, expectAccessible, test } from "./fixtures.ts";

test("a picture is pasted, said what it shows, and what must stay in sight of it is kept", async ({
  page,
  signInAs,
}) => {
  const picture = await sharp({ create: { width: 1600, height: 900, channels: 3, background: "#3a6b7c" } })
    .jpeg()
    .toBuffer();
  await signInAs("curator");
  await page.goto("/desk/stories/new");
  await page.getByText("Text", { exact: true }).first().click();
  await page.getByLabel("Title").fill("The weir at noon");
  await page.getByLabel("Text", { exact: true }).last().fill("Nothing moved but the water.");
  await page.getByLabel("Title").evaluate((field, base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], "weir.jpg", { type: "image/jpeg" }));
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, picture.toString("base64"));

  const point = page.getByRole("button", { name: /^What must stay in sight: 50 % from the left/ });
  await expect(point).toBeVisible();
  await expectAccessible(page);
  await point.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByText("Say what the image shows").first()).toBeVisible();
  await page.getByLabel("What the image shows").fill("A weir without a breath of wind");
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page).toHaveURL(/desk\?tab=in_review/);
  await expect(page.getByRole("img", { name: "A weir without a breath of wind" })).toHaveJSProperty(
    "complete",
    true,
  );

  await page.getByRole("link", { name: "Edit" }).click();
  await expect(
    page.getByRole("button", { name: "What must stay in sight: 40 % from the left, 45 % from the top" }),
  ).toBeVisible();
});
