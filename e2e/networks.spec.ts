import type { Locator, Page } from "@playwright/test";
import type { Simulator } from "#lib/test/networks/simulator.ts";
import { expect, expectAccessible } from "./fixtures.ts";
import { chooseNetwork } from "./support/choose-network.ts";
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

test("what is scheduled waits in the calendar, where it is moved, worded anew and called off", async ({
  page,
  signInAs,
  networks,
}) => {
  await signInAs("bram.de.vries@acme.test");
  const sheet = await compose(page, "LinkedIn", "Later is soon enough.");
  await connect(page, sheet, "LinkedIn", "Later Person");
  await sheet.getByRole("button", { name: "Schedule…" }).click();
  await expect(sheet.getByRole("heading", { name: "When shall it go out?" })).toBeFocused();
  await expect(sheet.getByRole("radio", { name: /^Best slot: .+ at \d\d:\d\d$/ })).toBeChecked();
  await expect(sheet.getByText(/^On the clocks of /)).toBeVisible();
  await expectAccessible(page);

  const day = nextWeek();
  await sheet.getByLabel("Date and time").fill(`${day}T10:15`);
  await sheet.getByRole("button", { name: "Schedule it" }).click();
  await expect(sheet.getByRole("heading", { name: "It is in your calendar." })).toBeVisible();
  await expect(sheet.getByText(/It goes out .+ at 10:15/)).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/me/calendar?week=${day}`);
  const entry = page.getByRole("button", { name: /^10:15 LinkedIn/ });
  await expect(entry).toBeVisible();
  await expectAccessible(page);

  await entry.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Change the time" }).click();
  await dialog.getByLabel("Date and time").fill(`${day}T11:30`);
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(dialog.getByText(/It goes out .+ at 11:30/)).toBeVisible();
  await dialog.getByRole("button", { name: "Edit the words" }).click();
  await dialog.getByRole("textbox", { name: "Your words" }).fill("Soon enough.");
  await dialog.getByRole("button", { name: "Keep these words" }).click();
  await expect(dialog.getByText("Soon enough. #AcmeEmployee")).toBeVisible();
  await expectAccessible(page);

  await dialog.getByRole("button", { name: "Cancel it" }).click();
  await dialog.getByRole("button", { name: "Do not publish it" }).click();
  await expect(page.getByRole("button", { name: /LinkedIn/ })).toBeHidden();
  await expect(page.getByText("Nothing is planned this week")).toBeVisible();
  expect(await postsWith(networks, "Soon enough")).toEqual([]);
});

test("a card is dragged to another time and moved back, and a time that has passed is refused with the reason", async ({
  page,
  signInAs,
}, { project }) => {
  test.skip(project.name === "phone", "a phone has the list, where moving is a dialog");
  await signInAs("fatou.ndiaye@acme.test");
  const sheet = await compose(page, "LinkedIn", "To be dragged.");
  await connect(page, sheet, "LinkedIn", "Dragging Person");
  await sheet.getByRole("button", { name: "Schedule…" }).click();
  const day = nextWeek();
  await sheet.getByLabel("Date and time").fill(`${day}T10:00`);
  await sheet.getByRole("button", { name: "Schedule it" }).click();
  await expect(sheet.getByRole("heading", { name: "It is in your calendar." })).toBeVisible();

  await page.goto(`/me/calendar?week=${day}`);
  const card = page.getByRole("button", { name: /LinkedIn/ });
  const { width = 0, height = 0 } = (await card.boundingBox()) ?? {};
  // A column further, and as far down as an hour and a quarter are.
  await drag(page, card, width + 4, height * 1.25);
  await expect(page.getByText(/^It goes out .+ at 11:15\.$/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^11:15 LinkedIn/ })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: /^10:00 LinkedIn/ })).toBeVisible();

  await card.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Change the time" }).click();
  await dialog.getByLabel("Date and time").evaluate((input) => input.removeAttribute("min"));
  await dialog.getByLabel("Date and time").fill("2026-01-05T10:00");
  await dialog.getByRole("button", { name: "Move it" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
});

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

async function compose(page: Page, network: string, text: string, place = 0): Promise<Locator> {
  await page.goto("/");
  await page
    .getByRole("button", { name: /^Share “/ })
    .nth(place)
    .click();
  const sheet = page.getByRole("dialog", { name: /./ }).first();
  await sheet.getByRole("textbox", { name: "Your words" }).waitFor();
  await chooseNetwork(sheet, network);
  await sheet.getByRole("textbox", { name: "Your words" }).fill(text);
  return sheet;
}

/** From the open composer to the network and back. Ends with the composer open again. */
async function connect(page: Page, sheet: Locator, network: string, person: string): Promise<void> {
  await sheet.getByRole("button", { name: `Connect ${network}` }).click();
  if (network === "Bluesky") {
    const dialog = page.getByRole("dialog", { name: "Connect Bluesky" });
    await dialog.getByRole("textbox", { name: "Your handle" }).fill("alice.test");
    await dialog.getByLabel("App password").fill("abcd-efgh-ijkl-mnop");
    await dialog.getByRole("button", { name: "Connect Bluesky" }).click();
  } else {
    if (network === "Mastodon") await page.getByRole("button", { name: "Go to your server" }).click();
    await allow(page, person);
  }
  await expect(page.getByRole("button", { name: `Publish on ${network}` })).toBeVisible();
}

/** The network's own page. */
async function allow(page: Page, person: string): Promise<void> {
  const known = page.getByRole("radio", { name: person, exact: true });
  await page.getByRole("button", { name: "Allow" }).waitFor();
  if (await known.isVisible()) await known.check();
  else {
    await page.getByRole("radio", { name: "Another person" }).check();
    await page.getByRole("textbox", { name: "Name of another person" }).fill(person);
  }
  await page.getByRole("button", { name: "Allow" }).click();
}

async function publishInto(sheet: Locator, heading: string): Promise<void> {
  await sheet.getByRole("button", { name: "Publish on LinkedIn" }).click();
  await expect(sheet.getByRole("heading", { name: heading })).toBeVisible({ timeout: 20_000 });
}

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

async function drag(page: Page, card: Locator, right: number, down: number): Promise<void> {
  const box = (await card.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [box.x + box.width / 2, box.y + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right / 2, y + down / 2);
  await page.mouse.move(x + right, y + down);
  await page.mouse.up();
}

const postsWith = async (networks: Simulator, text: string) =>
  (await networks.posts()).filter((post) => post.text.includes(text));

/** Tuesday of next week, so that nothing of it has passed and a card can go a column further. */
function nextWeek(): string {
  const day = new Date(Date.now() + 7 * 86_400_000);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) + 1);
  return day.toISOString().slice(0, 10);
}
