import type { Locator, Page } from "@playwright/test";
import type { Simulator } from "#lib/test/networks/simulator.ts";
import { expect } from "../fixtures.ts";
import { chooseNetwork } from "./choose-network.ts";

/** Opens the composer on the feed's story at this place, for this network and with these words. */
export async function compose(page: Page, network: string, text: string, place = 0): Promise<Locator> {
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
export async function connect(page: Page, sheet: Locator, network: string, person: string): Promise<void> {
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
export async function allow(page: Page, person: string): Promise<void> {
  const known = page.getByRole("radio", { name: person, exact: true });
  await page.getByRole("button", { name: "Allow" }).waitFor();
  if (await known.isVisible()) await known.check();
  else {
    await page.getByRole("radio", { name: "Another person" }).check();
    await page.getByRole("textbox", { name: "Name of another person" }).fill(person);
  }
  await page.getByRole("button", { name: "Allow" }).click();
}

export const postsWith = async (networks: Simulator, text: string) =>
  (await networks.posts()).filter((post) => post.text.includes(text));
