import type { Locator } from "@playwright/test";
import { expect, expectAccessible } from "./fixtures.ts";
import { allow, compose, connect, postsWith } from "./support/publish.ts";
import { test } from "./support/with-networks.ts";

test("a consent that has ended is given anew within the share, and the words are still there", async ({
  page,
  signInAs,
  networks,
}) => {
  await signInAs("henrik.sorensen@acme.test");
  const first = await compose(page, "LinkedIn", "Before the consent ended.");
  await connect(page, first, "LinkedIn", "Ending Person");
  await networks.account({ provider: "linkedin", id: "ending_person", revoke: true });
  await first.getByRole("button", { name: "Publish on LinkedIn" }).click();
  await expect(first.getByRole("button", { name: "Reconnect LinkedIn" })).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await first.getByRole("button", { name: "Done" }).click();

  const sheet = await compose(page, "LinkedIn", "Words that outlive a consent.");
  await expect(sheet.getByText("LinkedIn asks for your consent again every 60 days.")).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Reconnect LinkedIn" }).click();
  await allow(page, "Ending Person");
  await expect(sheet.getByRole("textbox", { name: "Your words" })).toHaveValue(
    "Words that outlive a consent.",
  );
  await sheet.getByRole("button", { name: "Publish on LinkedIn" }).click();
  await expect(sheet.getByRole("link", { name: "Your post on LinkedIn" })).toBeVisible({ timeout: 20_000 });
  expect(await postsWith(networks, "outlive a consent")).toHaveLength(1);
});

test("a post whose answer was lost is settled as its member says, or by asking", async ({
  page,
  signInAs,
  networks,
}) => {
  test.slow();
  await signInAs("mei-ling.chow@acme.test");
  const lose = (kind: "drop_after" | "drop_before") =>
    networks.script({
      match: { provider: "linkedin", method: "POST", path: "/rest/posts" },
      effect: { kind },
    });

  const there = await compose(page, "LinkedIn", "It is there.");
  await connect(page, there, "LinkedIn", "Lost Person");
  await lose("drop_after");
  await publishInto(there, "It may have been published.");
  await expect(there.getByText("Look there first.")).toBeVisible();
  await expectAccessible(page);
  await there.getByRole("button", { name: "It is there" }).click();
  await there
    .getByRole("textbox", { name: "Address of the post" })
    .fill("https://www.linkedin.com/feed/update/urn:li:share:7000000000000000001");
  await there.getByRole("button", { name: "It is there" }).click();
  await expect(there.getByText("attested", { exact: true })).toBeVisible();
  expect(await postsWith(networks, "It is there.")).toHaveLength(1);
  await there.getByRole("button", { name: "Done" }).click();

  const asked = await compose(page, "LinkedIn", "Herald may ask.", 1);
  await lose("drop_after");
  await publishInto(asked, "It may have been published.");
  await asked.getByRole("button", { name: "Send the very same post once more" }).click();
  await expect(asked.getByRole("link", { name: "Your post on LinkedIn" })).toBeVisible({ timeout: 20_000 });
  expect(await postsWith(networks, "Herald may ask.")).toHaveLength(1);
  await asked.getByRole("button", { name: "Done" }).click();

  const gone = await compose(page, "LinkedIn", "It is not there.", 2);
  await lose("drop_before");
  await publishInto(gone, "It may have been published.");
  await gone.getByRole("button", { name: "Done" }).click();
  const strip = page.getByRole("region", { name: "What became of your post" });
  await strip.getByRole("link", { name: "See what to do" }).click();
  const part = page.getByRole("region", { name: "Publishing" });
  await expectAccessible(page);
  await part.getByRole("button", { name: "It is not there" }).click();
  await expect(part.getByText("It is not on LinkedIn.")).toBeVisible();
  await part.getByRole("button", { name: "Publish again" }).click();
  await expect(part.getByRole("link", { name: "Your post on LinkedIn" })).toBeVisible({ timeout: 20_000 });
  expect(await postsWith(networks, "It is not there.")).toHaveLength(1);
});

test("what the network refused says why and is published again; closing the sheet meanwhile loses nothing", async ({
  page,
  signInAs,
  networks,
}) => {
  await signInAs("arjun.nair@acme.test");
  const sheet = await compose(page, "LinkedIn", "Refused at first.");
  await connect(page, sheet, "LinkedIn", "Refused Person");
  await networks.script({
    match: { provider: "linkedin", method: "POST", path: "/rest/posts" },
    effect: { kind: "status", status: 400, body: { status: 400, message: "Content is not allowed" } },
  });
  await publishInto(sheet, "It did not go out.");
  await expect(sheet.getByText("LinkedIn did not take this post.")).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Publish again" }).click();
  await expect(sheet.getByRole("link", { name: "Your post on LinkedIn" })).toBeVisible({ timeout: 20_000 });
  await sheet.getByRole("button", { name: "Done" }).click();

  const closed = await compose(page, "LinkedIn", "Closed while it left.", 1);
  await networks.script({
    match: { provider: "linkedin", method: "POST", path: "/rest/posts" },
    effect: { kind: "delay_ms", ms: 1500 },
  });
  await closed.getByRole("button", { name: "Publish on LinkedIn" }).click();
  await expect(closed.getByRole("heading", { name: "Publishing on LinkedIn…" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(closed).toBeHidden();
  await expect(async () => {
    await page.goto("/me");
    await expect(page.getByText("published, reported")).toHaveCount(2, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  expect(await postsWith(networks, "Closed while it left.")).toHaveLength(1);
});

async function publishInto(sheet: Locator, heading: string): Promise<void> {
  await sheet.getByRole("button", { name: "Publish on LinkedIn" }).click();
  await expect(sheet.getByRole("heading", { name: heading })).toBeVisible({ timeout: 20_000 });
}
