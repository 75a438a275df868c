import { expect, test } from "vitest";
import { countryOf } from "./country.ts";

test.each([
  { header: "DE", country: "DE" },
  { header: "np", country: "NP" },
  { header: "XX", country: null },
  { header: "T1", country: null },
  { header: "DEU", country: null },
  { header: "", country: null },
  { header: undefined, country: null },
  { header: ["DE", "FR"], country: null },
  { header: "D\u0000", country: null },
])("$header is $country", ({ header, country }) => expect(countryOf(header)).toBe(country));
