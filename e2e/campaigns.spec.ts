import { expect, expectAccessible, test } from "./fixtures.ts";

test("a campaign is made, filled with a story, seen by colleagues, closed with a report and reopened", async ({
  page,
  signInAs,
}, info) => {
  test.skip(info.project.name !== "desktop", "one screen is enough");
  await signInAs("curator");
  await page.goto("/desk/campaigns");
  await expect(page.getByRole("heading", { name: "Running" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "New campaign" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Heat for Velden");
  await page.getByLabel("Brief").fill("Tell a neighbour.");
  await page.getByLabel("Last day").fill("2099-12-31");
  await page.getByLabel("Confirmed shares").fill("12");
  await page.getByRole("button", { name: "Make the campaign" }).click();
  await expect(page.getByRole("heading", { name: "Heat for Velden" })).toBeVisible();
  await page.getByLabel("Add a story").fill("gardeners");
  await page.getByRole("button", { name: /Add “The gardeners/ }).click();
  await expect(page.getByRole("link", { name: "The gardeners wanted it green" })).toBeVisible();
  const address = page.url();
  // Without the notice that fades in over it.
  await page.goto(address);
  await expectAccessible(page);

  await signInAs("employee");
  await page.goto("/");
  await page.getByRole("navigation", { name: "Campaigns" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Its stories" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(address.replace("/desk", ""));
  await expect(page.getByText("Tell a neighbour.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Share “The gardeners/ })).toBeVisible();

  await signInAs("curator");
  await page.goto(address);
  await page.getByLabel("Closing note").fill("Short and sweet.");
  await page.getByRole("button", { name: "Close the campaign" }).click();
  await expect(page.getByText("Closing report")).toBeVisible();
  await expect(page.getByText("Short and sweet.")).toBeVisible();
  await page.reload();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save as PDF" }).click();
  expect((await download).suggestedFilename()).toBe("campaign-heat-for-velden.pdf");
  await page.goto(address);
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect(page.getByRole("button", { name: "Close the campaign" })).toBeVisible();
});
