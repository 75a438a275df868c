import { expect, test } from "vitest";
import { organizationSettings } from "#lib/organizations/schemas.ts";
import { addTeamInput } from "#lib/teams/schemas.ts";
import { plainText } from "./plain-text.ts";

test.each([
  { name: "a NUL is left out", text: "Sa\0les", kept: "Sales" },
  { name: "half an emoji is made whole", text: "Sales \uD83D", kept: "Sales \uFFFD" },
  { name: "space around it goes", text: "  Sales\n", kept: "Sales" },
  { name: "right-to-left letters and joined emoji stay", text: "מכירות 👩‍👩‍👧", kept: "מכירות 👩‍👩‍👧" },
])("$name", ({ text, kept }) => expect(plainText().parse(text)).toBe(kept));

test("a name of nothing but a NUL is no name", () => {
  expect(addTeamInput.safeParse({ name: "\0" }).success).toBe(false);
  expect(organizationSettings.shape.name.safeParse(" \0 ").success).toBe(false);
});
