import { expect, expectAccessible, test } from "./fixtures.ts";
import { shareByLink } from "./support/share-by-link.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

test("a reader's click is sent on and counted once; a scanner's and the sharer's own are sent on and not counted", async ({
  page,
  request,
  signInAs,
}) => {
  await signInAs("employee");
  const link = await shareByLink(page, /fish first/i);
  // Only the page's own requests carry the sharer's cookie.
  for (const [from, userAgent] of [
    [request, firefox],
    [request, "Microsoft Office SafeLinks"],
    [request, firefox],
    [page.request, firefox.replaceAll("145", "146")],
  ] as const) {
    const answer = await from.get(link, { maxRedirects: 0, headers: { "user-agent": userAgent } });
    expect(answer.status()).toBe(302);
    expect(answer.headers().location).toMatch(/[?&]utm_source=|\/read\//);
    expect(answer.headers()["cache-control"]).toBe("no-store");
  }

  await page.goto("/me");
  const row = page
    .getByRole("listitem")
    .filter({ hasText: /fish first/i })
    .filter({ hasText: "Elsewhere" });
  await expect(row.first()).toContainText("1 click");

  await row
    .first()
    .getByRole("link", { name: /fish first/i })
    .click();
  await expect(
    page.getByText(
      "3 more hits were not counted: 1 by a bot or a preview, 1 repeat within the hour, 1 your own.",
    ),
  ).toBeVisible();
});

test("a network that asks for a card gets the story's, under the short link itself", async ({
  page,
  request,
  signInAs,
}) => {
  await signInAs("employee");
  const link = await shareByLink(page, /fish first/i);
  const answer = await request.get(link, { maxRedirects: 0, headers: { "user-agent": "LinkedInBot/1.0" } });
  expect(answer.status()).toBe(200);
  const tags = await page.evaluate(
    (html) => {
      const card = new DOMParser().parseFromString(html, "text/html");
      const content = (name: string) =>
        card.querySelector(`meta[property="og:${name}"]`)?.getAttribute("content");
      return { title: content("title"), url: content("url"), image: content("image") };
    },
    await answer.text(),
  );
  expect(tags).toMatchObject({ title: expect.stringMatching(/fish first/i), url: link });
  const image = await request.get(tags.image ?? "");
  expect(image.status()).toBe(200);
  expect(image.headers()["content-type"]).toMatch(/^image\//);
});

test("a story of our own is read by anybody who has the link, without signing in", async ({
  page,
  browser,
  signInAs,
}) => {
  await signInAs("manager");
  const link = await shareByLink(page, /the night the river/i);
  const context = await browser.newContext();
  const reader = await context.newPage();
  await reader.goto(link);

  await expect(reader).toHaveURL(/\/read\/\w{12}$/);
  await expect(reader.getByRole("heading", { level: 1, name: /the night the river/i })).toBeVisible();
  const cardTitle = await reader.locator('meta[property="og:title"]').getAttribute("content");
  expect(cardTitle).toMatch(/the night the river/i);
  await expect(reader.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expectAccessible(reader);
  await context.close();
});

test.describe("a link that leads nowhere", () => {
  test.use({ expectedErrors: [/status of 4(04|10)/] });

  test("gets a plain page when nobody knows it", async ({ page }) => {
    const answer = await page.goto("/s/nobodyknows0");
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "This link leads nowhere" })).toBeVisible();
    await expect(page).toHaveURL(/\/s\/nobodyknows0$/);
    await expectAccessible(page);
  });

  test("gets a plain page once its share was withdrawn", async ({ page, signInAs }) => {
    await signInAs("curator");
    const link = await shareByLink(page, /the night the river/i, "I did not post it");
    const answer = await page.goto(link);
    expect(answer?.status()).toBe(410);
    await expect(page.getByRole("heading", { name: "This link has been withdrawn" })).toBeVisible();
    await expect(page).toHaveURL(link);
    expect((await page.goto(link.replace("/s/", "/read/")))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "This story is not here any more" })).toBeVisible();
  });
});
