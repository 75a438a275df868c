import { expect, expectAccessible, test } from "./fixtures.ts";
import { compose } from "./support/publish.ts";

test("the desk lists what texts must meet, and the composer asks whoever says a warned phrase to think twice", async ({
  page,
  signInAs,
}) => {
  await signInAs("curator");
  await page.goto("/desk/guidelines");
  await expect(page.getByRole("heading", { name: "No promises about prices" })).toBeVisible();
  await expectAccessible(page);

  await signInAs("jonas.brandt@acme.test");
  const sheet = await compose(page, "LinkedIn", "A revolutionary pipe.");
  const goesOn = sheet.getByRole("checkbox", { name: /post it anyway/ });
  await expect(goesOn).toBeVisible();
  await expectAccessible(page);
  await goesOn.check();
  await sheet.getByRole("textbox", { name: "Your words" }).fill("A quiet pipe.");
  await expect(goesOn).toBeHidden();

  const elsewhere = await compose(page, "Elsewhere", "Still a revolutionary pipe.", 1);
  await elsewhere.getByRole("checkbox", { name: /post it anyway/ }).check();
  await elsewhere.getByRole("button", { name: "Copy my words and the link" }).click();
  await elsewhere.getByRole("button", { name: "Yes" }).click();
  await expect(elsewhere.getByRole("heading", { name: "Noted, and thank you." })).toBeVisible();
  await page.goto("/me");
  await page.locator("a[href^='/shares/']").first().click();
  await page.getByRole("region", { name: "What you agreed to" }).locator("summary").first().click();
  await expect(page.getByText("Still a revolutionary pipe.").first()).toBeVisible();
  await expect(page.getByText(/You posted it anyway\./)).toBeVisible();
  await expectAccessible(page);
});

test("a rule is switched on only once its two texts hold, and then nothing that breaks it leaves", async ({
  page,
  signInAs,
}) => {
  await signInAs("curator");
  await page.goto("/desk/guidelines");
  await page.getByRole("button", { name: "New guideline" }).click();
  await page.getByLabel("Name").fill("No games of chance");
  await page.getByLabel("Kind").selectOption("Blocked phrases");
  await page.getByLabel("Phrases", { exact: true }).fill("jackpot");
  await page.getByLabel("A text that meets it").fill("We hit the jackpot.");
  await page.getByLabel("A text that does not").fill("A quiet week.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the guideline" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "No games of chance" });
  await row.getByRole("button", { name: "Switch on No games of chance" }).click();
  await expect(row.getByRole("alert")).toBeVisible();

  await row.getByRole("button", { name: "Change No games of chance" }).click();
  await page.getByLabel("A text that meets it").fill("We hit the jackpots.");
  await page.getByLabel("A text that does not").fill("JACKPOT!");
  await expect(page.getByText("Both hold: it can be switched on.")).toBeVisible();
  await page.getByRole("button", { name: "Save the guideline" }).click();
  await row.getByRole("button", { name: "Switch on No games of chance" }).click();
  await expect(page.getByText("No games of chance is on. It acts at once.")).toBeVisible();

  await signInAs("jonas.brandt@acme.test");
  const sheet = await compose(page, "LinkedIn", "A jackpot of a pipe.");
  await expect(sheet.getByText(/^“No games of chance” keeps it here/)).toBeVisible();
  await sheet.getByRole("textbox", { name: "Your words" }).fill("A quiet pipe.");
  await expect(sheet.getByText(/^“No games of chance” keeps it here/)).toBeHidden();
});
