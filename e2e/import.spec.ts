import { expect, expectAccessible, test } from "./fixtures.ts";

const table = `kind,title,body,language,caption,topics
text,A valve that whistles,It whistled for eleven years.,en,Listen closely.,Safety
text,,Nobody gave this one a title.,en,,Safety
nonsense,A row of no kind,Words.,en,,Safety
`;

test("a file is looked through row by row before anything is written, imported, and taken back", async ({
  page,
  signInAs,
}) => {
  await signInAs("curator");
  await page.goto("/desk/stories");
  await page.getByRole("link", { name: "Import" }).click();
  await expectAccessible(page);
  await page.getByLabel("CSV file").setInputFiles({
    name: "stories.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(table),
  });
  await expect(page.getByRole("heading", { name: "1 of 3 rows can be imported" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Without a title/ })).toContainText("title");
  await expect(page.getByRole("row", { name: /A row of no kind/ })).toContainText("kind");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import 1 draft" }).click();
  await expect(page.getByRole("heading", { name: "1 draft made" })).toBeVisible();
  await expect(page.getByText("2 rows left out, as you were told before.")).toBeVisible();
  await page.getByRole("link", { name: "See the drafts" }).click();
  await page.getByRole("link", { name: /A valve that whistles/ }).click();
  await expect(page.getByText("Listen closely.")).toBeVisible();

  await page.goto("/desk/stories/import");
  await page.getByLabel("Or paste rows").fill(table);
  await page.getByRole("button", { name: "Check these rows" }).click();
  await expect(page.getByRole("heading", { name: "0 of 3 rows can be imported" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import 0/ })).toBeDisabled();
  await page.getByRole("button", { name: "Choose another file" }).click();
  await page.getByLabel("Or paste rows").fill(table.replaceAll("whistles", "hums"));
  await page.getByRole("button", { name: "Check these rows" }).click();
  await page.getByRole("button", { name: "Import 1 draft" }).click();
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByRole("heading", { name: "1 draft taken back" })).toBeVisible();
});

test.describe("what is no table", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("is refused with a sentence", async ({ page, signInAs }) => {
    await signInAs("curator");
    await page.goto("/desk/stories/import");
    await page.getByLabel("CSV file").setInputFiles({
      name: "empty.csv",
      mimeType: "text/csv",
      buffer: Buffer.alloc(0),
    });
    await expect(page.getByText("That file is empty.")).toBeVisible();
    await page.getByLabel("CSV file").setInputFiles({
      name: "picture.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xfe, 0xff]),
    });
    await expect(page.getByText(/^The first row has no column called “title”/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Choose a file" })).toBeEnabled();
  });
});
