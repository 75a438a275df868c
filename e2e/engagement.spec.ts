import { readFile } from "node:fs/promises";
import { expect, expectAccessible, test } from "./fixtures.ts";

test("an admin sets what posting through X may cost, and is told what a month would", async ({
  page,
  signInAs,
}) => {
  await signInAs("admin@globex.test");
  await page.goto("/admin/networks");
  await expectAccessible(page);
  const x = page.getByRole("region", { name: "X", exact: true });
  await expect(x.getByRole("heading", { name: /A month of posting through X/ })).toBeVisible();
  const form = x.getByRole("form", { name: "Settings for X" });
  await form.getByRole("checkbox", { name: "Members may publish to X through Herald" }).check();
  await form.getByRole("checkbox", { name: "Herald asks X for figures" }).check();
  await form.getByLabel(/posting may cost/).fill("1,000");
  await form.getByLabel(/reading may cost/).fill("5");
  await form.getByRole("button", { name: "Save X" }).click();
  await expect(form.getByText("Write US dollars like 25 or 12.50")).toBeVisible();

  await form.getByLabel(/posting may cost/).fill("25");
  await form.getByLabel(/reading may cost/).fill("");
  await form.getByRole("button", { name: "Save X" }).click();
  await expect(form.getByText("X bills every figure that is read.")).toBeVisible();

  await form.getByLabel(/reading may cost/).fill("12.50");
  await form.getByRole("button", { name: "Save X" }).click();
  await expect(page.getByText("X is saved.")).toBeVisible();
  await page.reload();
  await expect(form.getByLabel(/posting may cost/)).toHaveValue("25");
  await expect(form.getByLabel(/reading may cost/)).toHaveValue("12.50");
  await expect(x.getByText("$0.00 of $25.00")).toBeVisible();
  await expectAccessible(page);

  await page.goto("/admin/audit");
  await expect(
    page.getByRole("listitem").filter({ hasText: "changed the networks of" }).first(),
  ).toBeVisible();
});

test("a network that lacks its app says which variables are missing", async ({ page, signInAs }) => {
  await signInAs("admin");
  await page.goto("/admin/networks");
  const linkedin = page.getByRole("region", { name: "LinkedIn", exact: true });
  await expect(linkedin.getByText("LINKEDIN_CLIENT_SECRET")).toBeVisible();
  await expect(page.getByRole("region", { name: "Mastodon", exact: true })).toContainText(
    "Nothing to set up",
  );
});

test("a member downloads their own record", async ({ page, signInAs }) => {
  await signInAs("employee");
  await page.goto("/me");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download my record" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^herald-record-\d{4}-\d{2}-\d{2}\.json$/);
  const record = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(record.profile.email).toBe("employee@acme.test");
  expect(record.shares.length).toBeGreaterThan(0);
  expect(record.points.length).toBeGreaterThan(0);
});
