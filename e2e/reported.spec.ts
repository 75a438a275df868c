import { expect, expectAccessible } from "./fixtures.ts";
import { test } from "./support/with-measured-share.ts";

test("what a network reported of a share stands on its page, apart from clicks and with its time", async ({
  page,
  measured,
  signInAs,
}) => {
  await signInAs("employee");
  await page.goto(`/shares/${measured.shareId}`);
  const reported = page.getByRole("region", { name: "On Mastodon reported" });
  await expect(reported.getByText("Mastodon, reported 2")).toContainText("minutes ago");
  await expect(reported.getByText("Reactions").locator("..")).toContainText("7");
  await expect(reported.getByText("Comments").locator("..")).toContainText("0");
  await expect(reported.getByText("Times shown")).toHaveCount(0);
  await expect(reported.getByText("812 followed the account")).toBeVisible();
  await expect(page.getByRole("region", { name: "Clicks measured" })).toBeVisible();
  await expectAccessible(page);
});
