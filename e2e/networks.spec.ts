import type { Page } from "@playwright/test";
import { expect, expectAccessible } from "./fixtures.ts";
import { compose, connect, postsWith } from "./support/publish.ts";
import { test } from "./support/with-networks.ts";

const words = "I stood beside that pipe (twice) and it hummed";

for (const { network, member } of [
  { network: "LinkedIn", member: "jonas.brandt@acme.test" },
  { network: "Bluesky", member: "aoife.brennan@acme.test" },
  { network: "Mastodon", member: "kenji.morita@acme.test" },
  { network: "X", member: "elif.kaya@acme.test" },
] as const)
  test(`${network} is connected within the composer, and gets exactly one post`, async ({
    page,
    signInAs,
    networks,
  }) => {
    if (network === "X") await letMembersPublish(page, signInAs, "X");
    await signInAs(member);
    const sheet = await compose(page, network, `${words} on ${network}.`);
    await expect(sheet.getByText("and Herald posts it for you.")).toBeVisible();
    await connect(page, sheet, network, `Person of ${network}`);

    const publish = sheet.getByRole("button", { name: `Publish on ${network}` });
    await expect(publish).toBeEnabled();
    await expect(sheet.getByRole("textbox", { name: "Your words" })).toHaveValue(`${words} on ${network}.`);
    if (network === "X") await expect(sheet.getByText("bills Acme $0.20")).toBeVisible();
    await expectAccessible(page);
    await publish.dblclick();

    await expect(sheet.getByRole("heading", { name: "It is out, and thank you." })).toBeVisible({
      timeout: 20_000,
    });
    await expect(sheet.getByRole("link", { name: `Your post on ${network}` })).toBeVisible();
    await expect(sheet.getByText("reported", { exact: true })).toBeVisible();
    await expect(sheet.getByText(`${network} is simulated here`)).toBeVisible();
    await expectAccessible(page);
    const posts = await postsWith(networks, `on ${network}.`);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.text).toContain(`${words} on ${network}.\n\n#AcmeEmployee`);
  });

test("a post made by hand is shown by its address, once", async ({ page, signInAs }, { project }) => {
  const postUrl = `https://x.com/clara/status/18${project.name.length}`;
  await signInAs("clara.hoffmann@acme.test");
  await page.goto("/");
  await page.getByRole("heading", { level: 2 }).getByRole("link").first().click();
  await page.getByRole("button", { name: "I already posted this" }).click();
  const address = page.getByRole("textbox", { name: "Address of your post" });
  await expect(address).toBeFocused();
  await address.fill("https://www.linkedin.com/in/clara");
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByText("That is not the address of a post (LinkedIn)")).toBeVisible();
  await expectAccessible(page);
  await address.fill(postUrl);
  await page.getByRole("button", { name: "Note it" }).click();
  await page.getByRole("link", { name: "a page of its own" }).click();
  await expect(page.getByText("went out, attested")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Your post/ })).toHaveAttribute("href", postUrl);

  await signInAs("oleksandr.bondar@acme.test");
  await page.goto("/me");
  await page.getByRole("button", { name: "I posted something by hand" }).click();
  await address.fill(`${postUrl}?s=20`);
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByText("A colleague has this post among their shares already.")).toBeVisible();
});

test("Mastodon by hand asks for the server once", async ({ page, context, signInAs }) => {
  await context.route(/^https:\/\/fosstodon\.org\//, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>A server</title>" }),
  );
  await signInAs("sunniva.aas@acme.test");
  const sheet = await compose(page, "Mastodon", "By hand, on my own server.");
  const open = (role: "button" | "link") => sheet.getByRole(role, { name: "Open Mastodon with my words" });
  await expect(open("button")).toBeDisabled();
  await sheet.getByRole("textbox", { name: "Your Mastodon server" }).fill("@sunniva@fosstodon.org");
  const opened = page.waitForEvent("popup");
  await open("link").click();
  const address = new URL((await opened).url());
  expect(address.origin + address.pathname).toBe("https://fosstodon.org/share");
  expect(address.searchParams.get("text")).toContain("By hand, on my own server.");
  await page.bringToFront();
  await sheet.getByRole("button", { name: "Yes" }).click();

  const again = await compose(page, "Mastodon", "Once more.", 1);
  await expect(again.getByText("fosstodon.org")).toBeVisible();
  await expect(again.getByRole("link", { name: "Open Mastodon with my words" })).toBeVisible();
});

async function letMembersPublish(
  page: Page,
  signInAs: (who: "admin") => Promise<void>,
  name: string,
): Promise<void> {
  await signInAs("admin");
  await page.goto("/admin/networks");
  const form = page.getByRole("form", { name: `Settings for ${name}` });
  await form.getByRole("checkbox", { name: `Members may publish to ${name} through Herald` }).check();
  await form.getByRole("button", { name: `Save ${name}` }).click();
  await expect(page.getByText(`${name} is saved.`)).toBeVisible();
}
