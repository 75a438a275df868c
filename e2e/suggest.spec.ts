import { expect, expectAccessible } from "./fixtures.ts";
import { test } from "./support/with-article-site.ts";

test("a suggested link is reviewed with its note, and carries its person's name once it is live", async ({
  page,
  signInAs,
  site,
}) => {
  await signInAs("employee");
  await page.goto("/suggest");
  await expectAccessible(page);
  await page.getByLabel("Link").fill(encodeURI(`${site.origin}/article/Rain on the roof`));
  await page.getByLabel("Why is it worth sharing?").fill("Our own roof is in it.");
  await expect(page.getByText(/Three million litres/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Suggest it" }).click();
  const suggestion = page.getByRole("listitem").filter({ hasText: "Rain on the roof" });
  await expect(suggestion.getByText("In review")).toBeVisible();

  await signInAs("curator");
  await page.goto("/desk");
  await page.getByRole("link", { name: /Rain on the roof/ }).click();
  await expect(page.getByText("Our own roof is in it.", { exact: true })).toBeVisible();
  await page.getByLabel(/^Thank /).fill("What a roof.");
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("Approved", { exact: true }).first()).toBeVisible();

  await signInAs("employee");
  await page.goto("/suggest");
  await expect(suggestion.getByText("“What a roof.”")).toBeVisible();
  await suggestion.getByRole("link", { name: /^What came back of/ }).click();
  await expect(page.getByText("Nothing yet: a part of what colleagues earn")).toBeVisible();
  await expect(page.getByRole("row", { name: /All that came back 0/ })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/suggest");
  await suggestion.getByRole("link", { name: "Rain on the roof", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Rain on the roof" })).toBeVisible();
  await expect(page.getByText("Suggested by")).toBeVisible();
});

test.describe("a link that cannot be read", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("can be suggested under a title of one's own", async ({ page, signInAs, site }) => {
    await signInAs("employee");
    await page.goto("/suggest");
    await page.getByLabel("Link").fill(`${site.origin}/gone`);
    await page.getByLabel("Why is it worth sharing?").fill("It was there yesterday.");
    await expect(page.getByText("There is no page at that address")).toBeVisible();
    await page.getByLabel("Title").fill("The page that left");
    await page.getByRole("button", { name: "Suggest it" }).click();

    const suggestion = page.getByRole("listitem").filter({ hasText: "The page that left" });
    await expect(suggestion.getByText("In review")).toBeVisible();
  });
});

test("a page's own words fill in the form, also after signing in, and nothing is sent without a click", async ({
  page,
  server,
}, info) => {
  test.skip(info.project.name !== "desktop", "one screen is enough");
  const said = new URLSearchParams({
    url: "https://acme.test/rain",
    title: "Rain, <b>again</b>",
    note: "It rained.",
  });
  await page.goto(`/suggest?${said}`);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole("button", { name: /employee@acme.test/ }).click();
  await expect(page).toHaveURL(`${server.url}/suggest?${said}`);
  await expect(page.getByLabel("Link")).toHaveValue("https://acme.test/rain");
  await expect(page.getByLabel("Title")).toHaveValue("Rain, <b>again</b>");
  await expect(page.getByLabel("Why is it worth sharing?")).toHaveValue("“It rained.”");
  await expect(page.getByRole("listitem").filter({ hasText: "Rain, <b>again</b>" })).toHaveCount(0);

  await page.getByText("Suggest from the page you are reading").click();
  await page.getByRole("button", { name: "Copy it instead" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(decodeURIComponent(copied)).toContain(`"${server.url}/suggest?"`);
  expect(copied).toMatch(/^javascript:/);
});
