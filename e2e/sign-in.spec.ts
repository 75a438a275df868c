import { expect, expectAccessible, test as herald } from "./fixtures.ts";
import { type Mailbox, openMailbox } from "./support/mailbox.ts";
import { type OpenIdProvider, openIdProvider } from "./support/open-id.ts";

const test = herald.extend<object, { mailbox: Mailbox; provider: OpenIdProvider }>({
  mailbox: [
    async ({ browserName: _any }, use) => {
      const mailbox = await openMailbox();
      await use(mailbox);
      mailbox.close();
    },
    { scope: "worker" },
  ],
  provider: [
    async ({ browserName: _any }, use) => {
      const provider = await openIdProvider();
      await use(provider);
      await provider.close();
    },
    { scope: "worker" },
  ],
  serverEnv: [
    async ({ mailbox, provider }, use) => {
      const client = { OIDC_CLIENT_ID: "herald", OIDC_CLIENT_SECRET: "secret", OIDC_NAME: "Acme ID" };
      await use({ SMTP_URL: mailbox.url, OIDC_ISSUER: provider.issuer, ...client });
    },
    { scope: "worker" },
  ],
});

test("a visitor is led to the sign-in page, which has a button for each demo account", async ({ page }) => {
  await page.goto("/me");
  await expect(page).toHaveURL(/\/sign-in/);
  await expectAccessible(page);
  for (const name of ["Employee", "Curator", "Manager", "Admin"])
    await expect(page.getByRole("button", { name: `${name} at Acme` })).toBeVisible();
  await page.getByRole("button", { name: "Employee at Globex" }).click();
  await expect(page.getByRole("link", { name: "Globex" })).toBeVisible();
});

test("signing out takes one press, leaves nothing written behind, and closes the way back", async ({
  page,
  signInAs,
}) => {
  await signInAs("employee");
  await page.goto("/");
  await page
    .getByRole("button", { name: /^Share “/ })
    .first()
    .click();
  await page.getByRole("textbox", { name: "Your words" }).fill("For my eyes only.");
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain("my eyes");
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("my eyes");
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a browser that lost the form's cookie still finds the way out", async ({ page, context, signInAs }) => {
  await signInAs("employee");
  await context.clearCookies({ name: /csrf/ });
  await page.goto("/");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("link", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a mailed link signs in by a button, works once, and a scanner does not use it up", async ({
  page,
  mailbox,
  request,
}) => {
  const email = "amina.yusuf@acme.test";
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address at work").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox." })).toBeVisible();
  await expectAccessible(page);

  const link = mailbox.linkFor(email) ?? "";
  await request.get(link);
  await request.get(link.replace("/sign-in/confirm", "/api/auth/callback/email"));

  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Account of Amina Yusuf" })).toBeVisible();

  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "This link no longer works." })).toBeVisible();
});

test("a stranger gets a mail like anybody, and is told after it that there is no place", async ({
  page,
  mailbox,
}) => {
  const email = "stranger@nowhere.test";
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address at work").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox." })).toBeVisible();
  await page.goto(mailbox.linkFor(email) ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "There is no place for you here yet." })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("the company's OpenID provider signs a member in, through the form's strict policy", async ({
  page,
  provider,
}) => {
  provider.become({ sub: "arjun", email: "arjun.nair@acme.test", email_verified: true });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with Acme ID" }).click();
  await expect(page.getByRole("button", { name: "Account of Arjun Nair" })).toBeVisible();
});

test("an address that the provider has not verified gets in nowhere", async ({ page, provider }) => {
  provider.become({ sub: "mallory", email: "admin@acme.test", email_verified: false });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with Acme ID" }).click();
  await expect(page.getByRole("heading", { name: "Your address is not confirmed." })).toBeVisible();
});
