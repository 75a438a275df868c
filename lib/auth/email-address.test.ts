import { expect, test } from "vitest";
import { nameFromEmail, parseEmail } from "#lib/auth/email-address.ts";

test.each([
  { name: "is kept", typed: "ada@acme.test", email: "ada@acme.test" },
  { name: "loses capitals and spaces around it", typed: " Ada@ACME.test ", email: "ada@acme.test" },
  {
    name: "with full-width letters is brought to plain ones",
    typed: "ａda@acme.test",
    email: "ada@acme.test",
  },
  { name: "with a second, look-alike @ is refused", typed: "ada@evil.test﹫acme.test", email: null },
  { name: "with two @ is refused", typed: "ada@evil.test@acme.test", email: null },
  { name: "with a quoted part is refused", typed: '"ada@evil.test"@acme.test', email: null },
  { name: "with a second recipient is refused", typed: "ada@acme.test,eve@evil.test", email: null },
  { name: "with a line break is refused", typed: "ada@acme.test\r\nBcc: eve@evil.test", email: null },
  { name: "without a domain is refused", typed: "ada@", email: null },
])("an address $name", ({ typed, email }) => expect(parseEmail(typed)).toBe(email));

test("a name is guessed from the address", () => {
  expect(nameFromEmail("ada.king-lovelace@acme.test")).toBe("Ada King Lovelace");
});
