import fc from "fast-check";
import { expect, test } from "vitest";
import type { NetworkId } from "#lib/networks/network.ts";
import { completeText } from "./complete-text.ts";
import { evaluateText } from "./evaluate.ts";
import type { Guideline, GuidelineRule, RequiredPlace } from "./guideline.ts";
import { guidelinesFor } from "./scope.ts";
import { tryBoth, whyNotOn } from "./trial.ts";

const guideline = (rule: GuidelineRule, values: Partial<Guideline> = {}): Guideline => ({
  ...{ id: "g", name: "Ours", version: 3, rule, explanation: "Because.", networks: [], countries: [] },
  ...{ topicIds: [], startsOn: null, endsOn: null, isSetting: false, ...values },
});
const disclosure = (place: RequiredPlace, within: number | null = null, texts = ["#ad", "I work here"]) =>
  guideline({ kind: "disclosure", texts, place, within });
const locked = (text: string, place: RequiredPlace = "anywhere") =>
  guideline({ kind: "locked_text", text, place, within: null });
const link = (address = "") => guideline({ kind: "link_required", address });
const expiry = (phrases: string[]) => guideline({ kind: "expiry", phrases, until: "2026-11-30" });

const short = "https://herald.test/s/abc";

function judge(
  rule: Guideline,
  text: string,
  { network = "linkedin", day = "2026-11-23", goesAlong = true } = {},
) {
  const [verdict] = evaluateText({
    ...{ text, network: network as NetworkId, day, guidelines: [rule] },
    link: { address: short, goesAlong },
  });
  if (!verdict) throw new Error("There is no verdict.");
  return verdict;
}

test.each([
  { rule: disclosure("anywhere"), text: "Rain #ad works", outcome: "passes", says: "Says “#ad”." },
  {
    rule: disclosure("anywhere"),
    text: "i WORK\nhere, rain",
    outcome: "passes",
    says: "Says “i WORK\nhere”.",
  },
  {
    rule: disclosure("anywhere"),
    text: "#adventure",
    outcome: "blocks",
    says: "Say “#ad” or “I work here”.",
  },
  { rule: disclosure("start"), text: " #ad rain", outcome: "passes", says: "Says “#ad”." },
  {
    rule: disclosure("start"),
    text: "Rain #ad",
    outcome: "blocks",
    says: "Put “#ad” or “I work here” at the beginning. It stands elsewhere now.",
  },
  { rule: disclosure("end"), text: "Rain. I work here\n", outcome: "passes", says: "Says “I work here”." },
  {
    rule: disclosure("end"),
    text: "#ad Rain",
    outcome: "blocks",
    says: "Put “#ad” or “I work here” at the end. It stands elsewhere now.",
  },
  { rule: disclosure("end"), text: "#ad Rain #ad", outcome: "passes", says: "Says “#ad”." },
  { rule: disclosure("before"), text: `${"x ".repeat(100)}#ad`, outcome: "passes", says: "Says “#ad”." },
  {
    rule: disclosure("before"),
    text: `${"x ".repeat(110)}#ad`,
    outcome: "blocks",
    says: "within the first 210 characters",
  },
  { rule: disclosure("before", 10), text: "Rain, #ad so it is", outcome: "passes", says: "Says “#ad”." },
  {
    rule: disclosure("before", 10),
    text: "Rain works #ad",
    outcome: "blocks",
    says: "within the first 10 characters",
  },
  { rule: disclosure("anywhere"), text: "", outcome: "blocks", says: "Say “#ad”" },
  { rule: locked("Capital at risk."), text: "Buy. Capital  at\nrisk.", outcome: "passes", says: "Says" },
  {
    rule: locked("Capital at risk."),
    text: "Buy. capital at risk.",
    outcome: "blocks",
    says: "Say “Capital at risk.”, word for word.",
  },
  {
    rule: locked("Capital at risk.", "end"),
    text: "Capital at risk. Buy.",
    outcome: "blocks",
    says: "at the end",
  },
  { rule: locked("(a+)+$"), text: "(a+)+$", outcome: "passes", says: "Says" },
  {
    rule: link("https://acme.test/legal"),
    text: "See www.acme.test/legal/2026.",
    outcome: "passes",
    says: "in it",
  },
  {
    rule: link("https://acme.test/legal"),
    text: "See https://ACME.test/legal/)",
    outcome: "passes",
    says: "in it",
  },
  {
    rule: link("https://acme.test/legal"),
    text: "See https://acme.test/legalese",
    outcome: "blocks",
    says: "Add the address https://acme.test/legal.",
  },
  {
    rule: link("https://acme.test/legal"),
    text: "See https://acme.test.evil.test/legal",
    outcome: "blocks",
    says: "Add",
  },
  {
    rule: link(),
    text: "Rain",
    outcome: "passes",
    says: "Your link is the card. Leave it there when you paste your words into LinkedIn.",
  },
  { rule: link(), text: `Rain ${short}`, outcome: "passes", says: "Your link is in it." },
])("$rule.rule.kind: “$text” $outcome", ({ rule, text, outcome, says }) => {
  const verdict = judge(rule, text);
  expect(verdict).toMatchObject({
    guidelineId: "g",
    version: 3,
    name: "Ours",
    explanation: "Because.",
    outcome,
  });
  expect(verdict.sentence).toContain(says);
});

test("a blocked and a warned phrase are told in the words of the text, each with its places", () => {
  const phrases = ["risk free", "sure", "always", "never"];
  const text = "Sure, it is RISK-FREE, sure";
  expect(judge(guideline({ kind: "blocked_phrases", phrases }), text)).toMatchObject({
    outcome: "blocks",
    sentence: "Not to be said here: “Sure”, “RISK-FREE”, “sure”.",
    places: [
      { start: 0, end: 4 },
      { start: 12, end: 21 },
      { start: 23, end: 27 },
    ],
  });
  expect(
    judge(guideline({ kind: "warned_phrases", phrases }), "Never, always, sure, risk free"),
  ).toMatchObject({
    outcome: "warns",
    sentence: "Think twice before you say “Never”, “always”, “sure” and more.",
  });
  expect(judge(guideline({ kind: "warned_phrases", phrases }), "Rain")).toMatchObject({ outcome: "passes" });
});

test.each([
  {
    name: "until its day",
    phrases: ["black friday"],
    text: "Black Friday!",
    day: "2026-11-30",
    outcome: "passes",
  },
  {
    name: "not after it",
    phrases: ["black friday"],
    text: "Black Friday!",
    day: "2026-12-01",
    outcome: "blocks",
  },
  {
    name: "without the phrase after it",
    phrases: ["black friday"],
    text: "Rain",
    day: "2026-12-01",
    outcome: "passes",
  },
  { name: "not at all once a topic ended", phrases: [], text: "Rain", day: "2026-12-01", outcome: "blocks" },
])("what expires may be said $name", ({ phrases, text, day, outcome }) =>
  expect(judge(expiry(phrases), text, { day }).outcome).toBe(outcome),
);

test("where the words carry the link, it is said so; a test text has to carry it itself", () => {
  expect(judge(link(), "Rain", { network: "x" }).sentence).toBe("Your link goes with it.");
  expect(judge(link(), "Rain", { goesAlong: false }).outcome).toBe("blocks");
});

const scoped = guideline(
  { kind: "blocked_phrases", phrases: ["x"] },
  {
    ...{ networks: ["x"], countries: ["DE", "AT"], topicIds: ["finance"] },
    ...{ startsOn: "2026-11-01", endsOn: "2026-11-30" },
  },
);
const circumstances = {
  network: "x" as NetworkId,
  country: "DE",
  topicIds: ["finance", "other"],
  day: "2026-11-01",
};

test.each([
  { name: "in all that it names", change: {}, applies: true },
  { name: "on its last day", change: { day: "2026-11-30" }, applies: true },
  { name: "not before its first day", change: { day: "2026-10-31" }, applies: false },
  { name: "not after its last day", change: { day: "2026-12-01" }, applies: false },
  { name: "not on another network", change: { network: "linkedin" as NetworkId }, applies: false },
  { name: "not in another country", change: { country: "NL" }, applies: false },
  { name: "not where the country is not known", change: { country: "" }, applies: false },
  { name: "not for a story of other topics", change: { topicIds: ["other"] }, applies: false },
  { name: "not for a story without topics", change: { topicIds: [] }, applies: false },
])("a guideline applies $name", ({ change, applies }) =>
  expect(guidelinesFor([scoped], { ...circumstances, ...change })).toHaveLength(applies ? 1 : 0),
);

test("a disclosure of its own takes the place of the organization's, where it applies", () => {
  const setting = { ...disclosure("anywhere", null, ["#AcmeEmployee"]), id: "s", isSetting: true };
  const german = { ...disclosure("start", null, ["Anzeige"]), id: "de", countries: ["DE"] };
  const idsFor = (country: string) =>
    guidelinesFor([setting, german], { ...circumstances, country }).map(({ id }) => id);
  expect(idsFor("DE")).toEqual(["de"]);
  expect(idsFor("NL")).toEqual(["s"]);
});

test.each([
  { name: "a disclosure at the end", rules: [disclosure("anywhere")], text: "Rain\n\n#ad" },
  { name: "a disclosure at the beginning", rules: [disclosure("start")], text: "#ad\n\nRain" },
  { name: "a disclosure before the fold", rules: [disclosure("before")], text: "#ad\n\nRain" },
  {
    name: "what has to come last, last",
    rules: [disclosure("end"), locked("Capital at risk.")],
    text: "Rain\n\nCapital at risk.\n\n#ad",
  },
  { name: "nothing for other kinds", rules: [link("https://acme.test"), expiry(["x"])], text: "Rain" },
])("Herald adds $name", ({ rules, text }) => expect(completeText(" Rain ", rules).text).toBe(text));

test("what its writer put elsewhere stays, and is not said twice", () => {
  expect(completeText("Rain #ad", [disclosure("start")])).toEqual({ text: "Rain #ad", added: [] });
});

test("a completed text meets each requirement that stands alone, and completing it again changes nothing", () => {
  const places = fc.constantFrom<RequiredPlace>("anywhere", "start", "before", "end");
  const required = fc.constantFrom("#ad", "Capital at risk.", "(ad)", "広告", "#社員", "إعلان");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), required, places, (words, text, place) => {
      const rule = disclosure(place, null, [text]);
      const { text: completed } = completeText(words, [rule]);
      expect(completeText(completed, [rule])).toEqual({ text: completed, added: [] });
      if (!completed.includes(text) || completed.replace(text, "").includes(text)) return;
      if (words.includes(text)) return;
      expect(judge(rule, completed).outcome).toBe("passes");
    }),
  );
});

test("evaluating never throws, whatever is written, and every place is in the text", () => {
  const any = fc.string({ unit: "binary", maxLength: 40 });
  fc.assert(
    fc.property(any, any, (words, text) => {
      const rules = [disclosure("end", null, [words]), locked(words), link(words), expiry([words])];
      for (const rule of [...rules, guideline({ kind: "blocked_phrases", phrases: [words] })])
        for (const { start, end } of judge(rule, text, { day: "2027-01-01" }).places)
          expect(start >= 0 && start <= end && end <= text.length).toBe(true);
    }),
  );
});

test.each([
  { name: "both are as they should be", passingText: "Rain #ad", failingText: "Rain", why: null },
  {
    name: "one is missing",
    passingText: "Rain #ad",
    failingText: " ",
    why: "Write a text that meets it and one",
  },
  {
    name: "the first one fails",
    passingText: "Rain",
    failingText: "Rain",
    why: "The text that is to meet it does not.",
  },
  {
    name: "the second one passes",
    passingText: "#ad",
    failingText: "#ad",
    why: "The text that is not to meet it meets it.",
  },
])("a guideline's two texts: $name", ({ why, ...texts }) => {
  const trial = tryBoth(disclosure("anywhere"), texts, "https://herald.test/s/");
  if (why === null) expect(whyNotOn(trial, texts)).toBeNull();
  else expect(whyNotOn(trial, texts)).toContain(why);
  expect(trial.holds).toBe(why === null);
});

test.each([
  {
    name: "a warned phrase",
    rule: guideline({ kind: "warned_phrases", phrases: ["sure"] }),
    passingText: "Rain",
    failingText: "Sure",
  },
  {
    name: "the short link",
    rule: link(),
    passingText: "Rain https://herald.test/s/abcdefghijkl",
    failingText: "Rain https://herald.test/x",
  },
  {
    name: "phrases that expire",
    rule: expiry(["black friday"]),
    passingText: "Rain",
    failingText: "Black Friday",
  },
  { name: "a topic that ends", rule: expiry([]), passingText: "Rain", failingText: "Rain" },
])("$name can be tried", ({ rule, ...texts }) =>
  expect(tryBoth(rule, texts, "https://herald.test/s/").holds).toBe(true),
);

test("ten megabytes meet every kind of guideline in a moment", () => {
  const text = "a+a https://x.test/ (ad) \u0301😀 ".repeat(300_000);
  const rules = [
    disclosure("end", null, ["a b"]),
    locked("(a+)+$"),
    link("https://acme.test"),
    expiry(["zzz"]),
  ];
  const started = performance.now();
  for (const rule of rules) judge(rule, text, { day: "2027-01-01" });
  expect(performance.now() - started).toBeLessThan(15_000);
});
