import { expect, test } from "vitest";
import { parseDollars, sayDollars, typeDollars } from "./dollars.ts";

test.each([
  ["25", 25_000_000],
  ["12.50", 12_500_000],
  ["12.5", 12_500_000],
  ["0", 0],
  ["0.07", 70_000],
  ["$ 25", 25_000_000],
  ["US$25", 25_000_000],
  ["1000000", 1_000_000_000_000],
  ["1000000.01", undefined],
  ["9999999", undefined],
  // A comma is thousands to some and cents to others.
  ["1,000", undefined],
  ["12,50", undefined],
  ["-5", undefined],
  ["1e3", undefined],
  ["25 €", undefined],
  ["0.005", undefined],
  [".5", undefined],
  ["much", undefined],
])("%s is %s millionths", (text, micros) => {
  expect(parseDollars(text)).toBe(micros);
});

test.each([
  [200_000, "$0.20"],
  [5_000, "$0.005"],
  [1_234_560_000, "$1,234.56"],
  [0, "$0.00"],
  [80_005_000, "$80.005"],
])("%i millionths are said as %s", (micros, said) => {
  expect(sayDollars(micros)).toBe(said);
});

test.each([null, 0, 25_000_000, 12_500_000, 70_000])("%s comes back as it is typed", (micros) => {
  const typed = typeDollars(micros);
  expect(typed === "" ? null : parseDollars(typed)).toBe(micros);
});
