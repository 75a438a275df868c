import fc from "fast-check";
import { expect, test } from "vitest";
import { saysDisclosure, withDisclosure, withoutDisclosure } from "./disclosure.ts";

const tag = "#AcmeEmployee";

test.each([
  {
    name: "is added at the end",
    words: "Rain works.",
    disclosure: tag,
    text: "Rain works.\n\n#AcmeEmployee",
  },
  { name: "stands alone when nothing was said", words: " ", disclosure: tag, text: tag },
  { name: "is not added twice", words: `${tag} rain`, disclosure: tag, text: `${tag} rain` },
  { name: "counts in any case", words: "Rain #ACMEEMPLOYEE!", disclosure: tag, text: "Rain #ACMEEMPLOYEE!" },
  {
    name: "is not part of a longer word",
    words: "#AcmeEmployees",
    disclosure: tag,
    text: `#AcmeEmployees\n\n${tag}`,
  },
  {
    name: "is not the end of a word",
    words: "x#AcmeEmployee",
    disclosure: tag,
    text: `x#AcmeEmployee\n\n${tag}`,
  },
  {
    name: "is not hidden in marks",
    words: "#Acme\u200BEmployee",
    disclosure: tag,
    text: `#Acme\u200BEmployee\n\n${tag}`,
  },
  {
    name: "may be a sentence",
    words: "I work\nat Acme.",
    disclosure: "I work at Acme.",
    text: "I work\nat Acme.",
  },
  { name: "may hold pattern letters", words: "(ad)", disclosure: "(ad)", text: "(ad)" },
  { name: "may be Japanese", words: "雨 #社員", disclosure: "#社員", text: "雨 #社員" },
  { name: "none is needed when there is none", words: "Rain.", disclosure: " ", text: "Rain." },
])("the disclosure $name", ({ words, disclosure, text }) =>
  expect(withDisclosure(words, disclosure)).toBe(text),
);

test("own words are what is left without it", () => {
  expect(withoutDisclosure(`Rain works.\n\n${tag}`, tag)).toBe("Rain works.");
  expect(withoutDisclosure("Rain works.", "")).toBe("Rain works.");
});

test("whatever was written, the text says the disclosure, and asking again changes nothing", () => {
  const disclosures = fc.constantFrom(tag, "(ad)", "I work at Acme.", "$5 *", "#社員");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), disclosures, (words, disclosure) => {
      const text = withDisclosure(words, disclosure);
      expect(saysDisclosure(text, disclosure)).toBe(true);
      expect(withDisclosure(text, disclosure)).toBe(text);
    }),
  );
});
