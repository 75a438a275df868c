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
});
