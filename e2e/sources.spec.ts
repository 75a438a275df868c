import { expect, expectAccessible } from "./fixtures.ts";
import { test } from "./support/with-article-site.ts";

test("a site's address becomes a source, and one click makes a story of its item, captions and all", async ({
  page,
  signInAs,
  site,
}) => {
  await signInAs("curator");
  await page.goto("/desk/sources");
  await page.getByRole("button", { name: "Add a source" }).click();
  await page.getByLabel("Address of a site or a feed").fill(`${site.origin}/blog`);
  await page.getByRole("button", { name: "Look" }).click();
  await expect(page.getByRole("radio", { name: /The Meridian blog/ })).toBeChecked();
  await page.getByRole("button", { name: "Add this source" }).click();

  await expect(page.getByRole("heading", { name: "Rain on the roof" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Dismiss Snow on the roof" }).click();
  await expect(page.getByRole("heading", { name: "Snow on the roof" })).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Snow on the roof" })).toBeVisible();

  await page.getByRole("button", { name: "Make a story of Rain on the roof" }).click();
  await expect(page.getByLabel("Title")).toHaveValue("Rain on the roof");
  await expect(page.getByLabel("Summary")).toHaveValue(/Three million litres/);
  await expect(page.getByLabel("Caption 1", { exact: true })).toHaveValue(
    /^Rain on the roof\n\nThree million/,
  );
  await expect(page.getByLabel("Network of caption 2")).toHaveValue("x");
});

test.describe("feeds that cannot be read", () => {
  test.use({ expectedErrors: [/status of (422|503)/] });

  test("a broken feed is said in words", async ({ page, signInAs, site }) => {
    await signInAs("curator");
    await page.goto("/desk/sources");
    await page.getByRole("button", { name: "Add a source" }).click();
    await page.getByLabel("Address of a site or a feed").fill(`${site.origin}/broken.xml`);
    await page.getByRole("button", { name: "Look" }).click();
    await expect(page.getByRole("alert").getByText(/does not hold together/)).toBeVisible();
  });
});
