import { expect, expectAccessible, test } from "./fixtures.ts";

test("a colleague is thanked, reads it on their page, and can switch all recognition off", async ({
  page,
  signInAs,
}) => {
  await signInAs("employee");
  await page.goto("/me");
  const form = page.getByRole("form", { name: "Thank a colleague" });
  await form.getByLabel("Their address").fill("jonas.brandt@acme.test");
  await form.getByLabel("What for").fill("Thanks");
  await form.getByRole("button", { name: "Thank them" }).click();
  await expect(form.getByText("Say what for: ten characters at least.")).toBeVisible();
  await form.getByLabel("What for").fill("You explained the pump to my mother.");
  await form.getByRole("button", { name: "Thank them" }).click();
  await expect(page.getByRole("heading", { name: "Thanks you gave" })).toBeVisible();
  await expectAccessible(page);

  await signInAs("jonas.brandt@acme.test");
  await page.goto("/me");
  const recognition = page.getByRole("region", { name: "Recognition" });
  await expect(recognition.getByText("You explained the pump to my mother.")).toBeVisible();
  await recognition.getByRole("button", { name: "Switch recognition off" }).click();
  await expect(recognition.getByText("You explained the pump to my mother.")).toHaveCount(0);
  await expectAccessible(page);
  await recognition.getByRole("button", { name: "Switch recognition on" }).click();
  await expect(recognition.getByText("You explained the pump to my mother.")).toBeVisible();
});
