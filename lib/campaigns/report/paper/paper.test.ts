import { expect, test } from "vitest";
import { goalsOf } from "../../goals.ts";
import { sumUp } from "../../progress/sum-up.ts";
import { fileName } from "../file-name.ts";
import { numbersOf } from "../numbers.ts";
import type { Reading } from "../schemas.ts";
import { drawReport } from "./draw.ts";
import { type Letters, toRuns } from "./runs.ts";

const codes = (text: string) => new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
const letters: Letters = { latin: codes(" abcdefghijklmnopqrstuvwxyzé[]ACEJH"), "latin-ext": codes("ąłž") };

test.each([
  { name: "plain letters", text: "warm heat", is: "warm heat", isWhole: true },
  { name: "letters of two files", text: "ałb", is: "ałb", isWhole: true },
  { name: "a letter and its accent apart", text: "cafe\u0301", is: "café", isWhole: true },
  { name: "words from right to left", text: "a مرحبا بكم b", is: "a [Arabic] b", isWhole: false },
  { name: "a family in one emoji", text: "a 👩‍👩‍👧🏽 b", is: "a [emoji] b", isWhole: false },
  { name: "two kinds", text: "🌊日本", is: "[emoji][Chinese or Japanese]", isWhole: false },
  { name: "an unknown sign", text: "a ✠ b", is: "a [sign] b", isWhole: false },
])("$name", ({ text, is, isWhole }) => {
  const found = toRuns(text, letters);
  expect(found.runs.map((run) => run.text).join("")).toBe(is);
  expect(found.isWhole).toBe(isWhole);
});

const brought = Array.from({ length: 6 }, (_, index) => ({
  campaignId: "c",
  storyId: "s",
  network: "linkedin" as const,
  isReported: false,
  people: [`p${index}`],
  shares: 1,
  clicks: 12,
}));

const reading = (name: string, count: number): Reading => {
  const days = Array.from({ length: count }, (_, index) => ({
    day: new Date(Date.UTC(2026, 8, 1 + index)).toISOString().slice(0, 10),
    clicks: index,
  }));
  const stories = [{ id: "s", title: "=A river warms Łódź" }];
  const figures = sumUp({ brought, days, stories });
  const goals = { goalShares: 10, goalClicks: 0, goalParticipants: 3 };
  return {
    campaign: {
      ...goals,
      ...{ id: "c", name, brief: "Warm 🌊", startsOn: "2026-09-01", endsOn: "2026-11-29" },
      ...{
        audienceId: null,
        audienceName: null,
        utmSource: "",
        utmMedium: "",
        utmCampaign: "",
        phase: "over",
      },
      closing: { at: new Date("2026-11-29T12:00Z"), byName: "Ada", note: "مرحبا" },
    },
    figures,
    computedAt: new Date("2026-11-29T12:00Z"),
    rules: 1,
    changed: null,
    goals: goalsOf(goals, figures, { begun: 30, total: 90 }),
    countedTo: "2026-11-29",
    organizationName: "Acme",
    timeZone: "Europe/Amsterdam",
  };
};

test.each([
  { name: "Zażółć gęślą jaźń: čeština, ñandú, Ærø", days: 30, paper: "A4" },
  { name: "日本語 مرحبا 👩‍👩‍👧", days: 90, paper: "LETTER" },
] as const)(
  "a report called $name becomes a file that says the same each time",
  async ({ name, days, paper }) => {
    const file = await drawReport(reading(name, days), paper);
    expect(file.subarray(0, 5).toString()).toBe("%PDF-");
    expect(file.length).toBeGreaterThan(10_000);
  },
);

test("a file is called after its campaign, as far as a file system takes it", () => {
  expect(fileName("Wärme ohne Gas / 2026", "pdf")).toBe("campaign-warme-ohne-gas-2026.pdf");
  expect(fileName("日本", "csv")).toBe("campaign.csv");
});

test("numbers for a spreadsheet say how they are known, and hold no formula", () => {
  const lines = numbersOf(reading("=1+1", 2)).split("\r\n");
  expect(lines).toContain("'=1+1,total,,shares,attested,6");
  expect(lines).toContain("'=1+1,goal,,shares,,10");
  expect(lines).toContain("'=1+1,at this pace,,clicks,modelled,216");
  expect(lines).toContain("'=1+1,story,'=A river warms Łódź,clicks,measured,72");
  expect(lines).toContain("'=1+1,day,2026-09-02,clicks,measured,1");
});
