import fc from "fast-check";
import { expect, test } from "vitest";
import { asLocation, withUtm } from "./target-url.ts";

const utm = { utmSource: "herald", utmMedium: "employee", utmCampaign: "" };
const added = "utm_source=herald&utm_medium=employee";

test.each([
  { name: "no query", address: "https://a.test/p", target: `https://a.test/p?${added}` },
  { name: "no path", address: "https://a.test", target: `https://a.test?${added}` },
  { name: "an own query", address: "https://a.test/p?id=7", target: `https://a.test/p?id=7&${added}` },
  { name: "an empty query", address: "https://a.test/p?", target: `https://a.test/p?${added}` },
  { name: "a dangling &", address: "https://a.test/p?a=1&", target: `https://a.test/p?a=1&${added}` },
  { name: "a fragment", address: "https://a.test/p#part", target: `https://a.test/p?${added}#part` },
  { name: "a hashbang", address: "https://a.test/#!/p?x=1", target: `https://a.test/?${added}#!/p?x=1` },
  { name: "an empty fragment", address: "https://a.test/p#", target: `https://a.test/p?${added}#` },
  {
    name: "an encoded query stays as it was",
    address: "https://a.test/p?q=a%20b+c%2fd&x=[1]&e=%zz",
    target: `https://a.test/p?q=a%20b+c%2fd&x=[1]&e=%zz&${added}`,
  },
  {
    name: "an own utm_source is kept",
    address: "https://a.test/p?utm_source=letter",
    target: "https://a.test/p?utm_source=letter&utm_medium=employee",
  },
  {
    name: "an own name in other letters is kept",
    address: "https://a.test/p?UTM_SOURCE=a&utm%5Fmedium=b",
    target: "https://a.test/p?UTM_SOURCE=a&utm%5Fmedium=b",
  },
  {
    name: "utm in the fragment is not ours to read",
    address: "https://a.test/p#utm_source=a",
    target: `https://a.test/p?${added}#utm_source=a`,
  },
])("$name", ({ address, target }) => expect(withUtm(address, utm)).toBe(target));

test("a value is encoded, and an empty one is not added", () => {
  const campaign = { utmSource: "", utmMedium: "", utmCampaign: "Spring & rain/ñ" };
  expect(withUtm("https://a.test/", campaign)).toBe(
    "https://a.test/?utm_campaign=Spring%20%26%20rain%2F%C3%B1",
  );
  expect(withUtm("https://a.test/?", { ...campaign, utmCampaign: "" })).toBe("https://a.test/?");
});

test("whatever the address, ours comes last in its query and all else stays as it was", () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
      const target = withUtm(address, utm);
      const [base = "", ...fragment] = address.split("#");
      expect(target.startsWith(base)).toBe(true);
      expect(target.slice(base.length)).toMatch(new RegExp(`^[?&]?${added}(#|$)`));
      expect(target.split("#").slice(1)).toEqual(fragment);
      expect(withUtm(target, utm)).toBe(target);
    }),
  );
});

test("a header carries only ASCII, and nothing is encoded twice", () => {
  expect(asLocation("https://grüße.test/a%20b?q=é\r\nX: y")).toBe(
    "https://gr%C3%BC%C3%9Fe.test/a%20b?q=%C3%A9%0D%0AX:%20y",
  );
});
