import { expect, test } from "vitest";
import { isPage, readAddress, suggestAddress } from "./address.js";

test.each([
  { entered: " https://Herald.example.com/desk?tab=1 ", is: { address: "https://herald.example.com" } },
  { entered: "herald.example.com", is: { address: "https://herald.example.com" } },
  { entered: "http://127.0.0.1:3000", is: { address: "http://127.0.0.1:3000" } },
  { entered: "http://localhost:3000/", is: { address: "http://localhost:3000" } },
])("$entered is kept", ({ entered, is }) => expect(readAddress(entered)).toEqual(is));

test.each([
  "",
  "   ",
  "not an address",
  "http://herald.example.com",
  "javascript:alert(1)",
  "ftp://a.test",
  "https://a:b@c.test",
  "data://x",
])("%s is refused with a sentence", (entered) => expect(readAddress(entered)).toHaveProperty("problem"));

test("what is read becomes values of the address, and no more than it holds", () => {
  const page = { url: "https://a.test/?a=1&b=2", title: 'Rain & "roofs"#', selection: ` ${"x".repeat(900)}` };
  const { origin, pathname, searchParams } = new URL(suggestAddress("https://herald.test", page));
  expect([origin, pathname]).toEqual(["https://herald.test", "/suggest"]);
  expect(Object.fromEntries(searchParams)).toEqual({
    url: page.url,
    title: page.title,
    note: "x".repeat(300),
  });
});

test("pages of the browser itself are no pages to suggest", () =>
  expect(["https://a.test", "chrome://settings", "file:///etc/passwd", undefined].map(isPage)).toEqual([
    true,
    false,
    false,
    false,
  ]));
