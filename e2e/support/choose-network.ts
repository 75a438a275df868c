import type { Locator } from "@playwright/test";

/** Chooses a network in the open composer; on a phone the less usual ones are behind "More". */
export async function chooseNetwork(sheet: Locator, name: string): Promise<void> {
  const choice = sheet.getByRole("radio", { name, exact: true });
  const more = sheet.getByRole("button", { name: "More", exact: true });
  await choice.or(more).first().waitFor();
  if (!(await choice.isVisible())) await more.click();
  await choice.check();
}
