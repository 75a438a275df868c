import { expect, expectAccessible, test } from "./fixtures.ts";

test("a promise is made, offered to a colleague, and taken over; whoever is not in it finds nothing", async ({
  page,
  signInAs,
}) => {
  await signInAs("employee");
  await page.goto("/me");
  await page.getByRole("link", { name: "Your pledges" }).click();
  await page.getByRole("link", { name: "Make a pledge" }).click();
  await expectAccessible(page);
  await page.getByLabel("How many shares").fill("0");
  await page.getByLabel("What it is for").fill("Until the fair");
  await page.getByLabel("Who depends on it").fill("curator@acme.test");
  await page.getByRole("button", { name: "Promise it" }).click();
  await expect(page.getByText("Promise one share at least.")).toBeVisible();
  await page.getByLabel("How many shares").fill("2");
  await page.getByRole("button", { name: "Promise it" }).click();
  await expect(page.getByRole("heading", { name: /^Two shares a week until / })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("A colleague’s address").fill("jonas.brandt@acme.test");
  await page.getByLabel("A word to them").fill("I am away.");
  await page.getByRole("button", { name: "Ask them" }).click();
  await expect(page.getByText("You asked Jonas Brandt to take it over. “I am away.”")).toBeVisible();
  const address = page.url();

  await signInAs("manager");
  await page.goto("/pledges");
  await expect(page.getByText("“Until the fair”")).toHaveCount(0);

  await signInAs("jonas.brandt@acme.test");
  await page.goto("/pledges");
  const offered = page.getByRole("region", { name: "Offered to you" });
  await offered.getByRole("link", { name: /^Two shares a week/ }).click();
  await expect(page).toHaveURL(address);
  await page.getByRole("button", { name: "Take it over" }).click();
  await expect(page.getByText(/^Your promise, /)).toBeVisible();

  await signInAs("curator");
  await page.goto("/pledges");
  await expectAccessible(page);
  await expect(page.getByRole("region", { name: "Of colleagues" }).getByText(/Jonas Brandt/)).toBeVisible();
});

test("days away put a promise to rest, and an admin notes a holiday", async ({ page, signInAs }) => {
  await signInAs("employee");
  await page.goto("/pledges");
  await page.getByLabel("First day away").fill("2027-01-04");
  await page.getByLabel("Last day away").fill("2027-01-01");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("The last day comes before the first.")).toBeVisible();
  await page.getByLabel("Last day away").fill("2027-01-08");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("4 Jan 2027 to 8 Jan 2027")).toBeVisible();

  await signInAs("admin");
  await page.goto("/admin/settings");
  const holidays = page.getByRole("region", { name: "Holidays" });
  await holidays.getByLabel("Day", { exact: true }).fill("2027-01-06");
  await holidays.getByLabel("Holiday", { exact: true }).fill("Epiphany");
  await holidays.getByRole("button", { name: "Add the holiday" }).click();
  await expect(holidays.getByText("Epiphany")).toBeVisible();
  await expectAccessible(page);
});
