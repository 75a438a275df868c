import { expect, test } from "vitest";
import { paceOf, sayFormula } from "./pace.ts";
import { countDays, phaseOn } from "./phase.ts";

const dates = { startsOn: "2026-11-10", endsOn: "2026-11-29", closedAt: null };

test.each([
  { today: "2026-11-09", phase: "coming", begun: 0 },
  { today: "2026-11-10", phase: "running", begun: 1 },
  { today: "2026-11-29", phase: "running", begun: 20 },
  { today: "2026-11-30", phase: "over", begun: 20 },
])("on $today it is $phase", ({ today, phase, begun }) => {
  expect(phaseOn(today, dates)).toBe(phase);
  expect(countDays(today, dates)).toEqual({ total: 20, begun });
});

test("a closed one is over while its days still run", () =>
  expect(phaseOn("2026-11-12", { ...dates, closedAt: new Date() })).toBe("over"));

test.each([
  { name: "two days in", begun: 2, expected: undefined },
  { name: "three days in", begun: 3, expected: 133 },
  { name: "half-way", begun: 10, expected: 40 },
  { name: "on its last day", begun: 20, expected: undefined },
])("20 in 20 days, $name", ({ begun, expected }) =>
  expect(paceOf(20, { begun, total: 20 })?.expected).toBe(expected),
);

test("a pace says how it was worked out", () => {
  const pace = paceOf(1_087, { begun: 41, total: 76 });
  expect(pace && sayFormula(pace)).toBe("1,087 ÷ 41 days × 76 days");
});
