import type { Page } from "@playwright/test";
import { expect, expectAccessible } from "./fixtures.ts";
import { test } from "./support/with-networks.ts";

// The simulator's pages have no icon.
test.use({ expectedErrors: [/127\.0\.0\.1:\d+\/favicon\.ico/] });

const part = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** Decides on the simulated network's own page, and comes back. */
async function decide(page: Page, decision: "Allow" | "Cancel", person = "Alice Ashby"): Promise<void> {
  await expect(page.getByText("nothing leaves this machine")).toBeVisible();
  await page.getByRole("radio", { name: person }).check();
  await page.getByRole("button", { name: decision }).click();
  await expect(page.getByRole("heading", { name: "Your accounts" })).toBeVisible();
}

test("a member connects an account on each network, and disconnects one again", async ({
  page,
  signInAs,
}) => {
  await signInAs("admin");
  await page.goto("/admin/networks");
  const x = page.getByRole("form", { name: "Settings for X" });
  await x.getByRole("checkbox", { name: /^Members may publish/ }).check();
  await x.getByRole("button", { name: "Save X" }).click();
  await expect(page.getByText("X is saved.")).toBeVisible();

  await signInAs("employee");
  await page.goto("/me");
  await page.getByRole("link", { name: "Your accounts" }).click();
  for (const name of ["LinkedIn", "X"]) {
    await part(page, name)
      .getByRole("button", { name: `Connect ${name}` })
      .click();
    await decide(page, "Allow");
    await expect(page.getByRole("status").filter({ hasText: `${name} is connected.` })).toBeVisible();
    await expect(part(page, name)).toContainText("Alice Ashby");
  }

  await part(page, "Mastodon").getByRole("button", { name: "Connect Mastodon" }).click();
  await page.getByLabel("Your Mastodon server").fill("mastodon.social");
  await page.getByRole("button", { name: "Go to your server" }).click();
  await decide(page, "Allow");
  await expect(part(page, "Mastodon")).toContainText("Alice Ashby");

  await part(page, "Bluesky").getByRole("button", { name: "Connect Bluesky" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your handle").fill("alice.test");
  await dialog.getByLabel("App password").fill("my own password");
  await dialog.getByRole("button", { name: "Connect Bluesky" }).click();
  await expect(dialog.getByRole("alert")).toContainText("not an app password");
  await expectAccessible(page);
  await dialog.getByLabel("App password").fill("abcd-efgh-ijkl-mnop");
  await dialog.getByRole("button", { name: "Connect Bluesky" }).click();
  await expect(dialog).toBeHidden();
  await expect(part(page, "Bluesky")).toContainText("Alice Ashby (alice.test)");
  await expectAccessible(page);

  await part(page, "Mastodon").getByRole("button", { name: "Disconnect" }).click();
  await dialog.getByRole("button", { name: "Disconnect" }).click();
  await expect(part(page, "Mastodon").getByRole("button", { name: "Connect Mastodon" })).toBeVisible();
});

test("who says no, comes back twice or as somebody else is told so, and can go on", async ({
  page,
  signInAs,
}) => {
  await signInAs("curator");
  await page.goto("/me/connections");
  await part(page, "LinkedIn").getByRole("button", { name: "Connect LinkedIn" }).click();
  await decide(page, "Cancel");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("You did not allow Herald");
  await expectAccessible(page);

  await part(page, "LinkedIn").getByRole("button", { name: "Connect LinkedIn" }).click();
  const callback = page.waitForRequest(/\/connect\/linkedin\/callback\?/);
  await decide(page, "Allow");
  const address = (await callback).url();
  await expect(part(page, "LinkedIn")).toContainText("Alice Ashby");
  await page.goto(address);
  await expect(page).toHaveURL(/\/me\/connections\?result=used&network=linkedin$/);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("was used already");
  await page.goto("/connect/linkedin/callback?state=made-up&code=made-up");
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "does not belong to anything you began",
  );

  await part(page, "LinkedIn").getByRole("button", { name: "Connect again" }).click();
  await decide(page, "Allow", "Bob Birch");
  await expect(page.getByText("LinkedIn says you are Bob Birch")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep Alice Ashby" }).click();
  await expect(page.getByText("Your LinkedIn account stays as it was.")).toBeVisible();
  await expect(part(page, "LinkedIn")).toContainText("Alice Ashby");

  await part(page, "LinkedIn").getByRole("button", { name: "Connect again" }).click();
  await decide(page, "Allow", "Bob Birch");
  await page.getByRole("button", { name: "Change to Bob Birch" }).click();
  await expect(part(page, "LinkedIn")).toContainText("Bob Birch");
});

test("an account whose time is nearly over, or over, says so and is connected again", async ({
  page,
  signInAs,
  networks,
}) => {
  const giveFor = async (seconds: number) => {
    await networks.script({
      match: { path: "/oauth/v2/accessToken" },
      effect: {
        kind: "status",
        status: 200,
        body: { access_token: "short", expires_in: seconds, scope: "openid,profile,email,w_member_social" },
      },
    });
    await networks.script({
      match: { path: "/v2/userinfo" },
      effect: { kind: "status", status: 200, body: { sub: "short", name: "Alice Ashby" } },
    });
  };
  await signInAs("manager");
  await page.goto("/me/connections");
  await giveFor(10 * 86_400);
  await part(page, "LinkedIn").getByRole("button", { name: "Connect LinkedIn" }).click();
  await decide(page, "Allow");
  await expect(part(page, "LinkedIn")).toContainText("asks for your consent again then");
  await giveFor(1);
  await part(page, "LinkedIn").getByRole("button", { name: "Connect again" }).click();
  await decide(page, "Allow");
  await expect(async () => {
    await page.reload();
    await expect(part(page, "LinkedIn").getByText("Expired")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expectAccessible(page);
  await giveFor(5_184_000);
  await part(page, "LinkedIn").getByRole("button", { name: "Connect again" }).click();
  await decide(page, "Allow");
  await expect(part(page, "LinkedIn").getByText("Connected", { exact: true })).toBeVisible();
});

test("an admin hears once that a network refuses Herald, and marks it as read", async ({
  page,
  signInAs,
  networks,
}) => {
  await signInAs("employee@globex.test");
  await page.goto("/notices");
  await expect(page.getByText("Nothing to tell you.")).toBeVisible();
  await networks.script({
    match: { path: "/oauth/v2/accessToken" },
    times: 2,
    effect: { kind: "status", status: 401, body: { error: "invalid_client" } },
  });
  for (let tries = 0; tries < 2; tries++) {
    await page.goto("/me/connections");
    await part(page, "LinkedIn").getByRole("button", { name: "Connect LinkedIn" }).click();
    await decide(page, "Allow");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Your admins have been told");
  }

  await signInAs("admin@globex.test");
  await page.goto("/");
  await page.getByRole("link", { name: "Notices, 1 new" }).click();
  await expect(page.getByRole("heading", { name: "LinkedIn refuses Herald itself" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
});
